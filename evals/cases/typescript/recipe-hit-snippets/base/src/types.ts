export interface Recipe {
  id: string;
  title: string;
  cook: string;
  /** Written by the cook in the rich text editor, stored as it came. */
  introHtml: string;
}
