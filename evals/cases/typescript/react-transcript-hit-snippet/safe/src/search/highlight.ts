const ESCAPE = /[.*+?^${}()|[\]\\]/g;

function pattern(words: string[]): RegExp {
  return new RegExp(`(${words.map((word) => word.replace(ESCAPE, '\\$&')).join('|')})`, 'gi');
}

/** Splits the text so that each odd part is one of the words. */
export function highlight(text: string, words: string[]): string[] {
  if (words.length === 0) return [text];
  return text.split(pattern(words));
}
