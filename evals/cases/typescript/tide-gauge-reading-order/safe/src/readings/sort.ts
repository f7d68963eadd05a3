export interface Sort {
  field: string;
  descending: boolean;
}

/** `-level` means level, highest first. Falls back to newest first. */
export function parseSort(input: unknown): Sort {
  if (typeof input !== 'string' || input === '') {
    return { field: 'taken_at', descending: true };
  }
  return input.startsWith('-')
    ? { field: input.slice(1), descending: true }
    : { field: input, descending: false };
}
