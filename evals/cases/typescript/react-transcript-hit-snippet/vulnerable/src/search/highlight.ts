const ESCAPE = /[.*+?^${}()|[\]\\]/g;

function pattern(words: string[]): RegExp {
  return new RegExp(`(${words.map((word) => word.replace(ESCAPE, '\\$&')).join('|')})`, 'gi');
}

/** Wraps each of the words in a mark element. */
export function highlight(text: string, words: string[]): string {
  if (words.length === 0) return text;
  return text.replace(pattern(words), '<mark>$1</mark>');
}
