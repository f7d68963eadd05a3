/** 1 h 20 min */
export const DURATION = /^(?:\d{1,2} h ?)?(?:\d{1,2} min)?$/;

/** vegan, one pot, quick */
export const KEYWORDS = /^[\w-]+(?: [\w-]+)*(?:, ?[\w-]+(?: [\w-]+)*)*$/;

/** pasta-al-forno */
export const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
