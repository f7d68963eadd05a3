const special = /[.*+?^${}()|[\]\\]/g;

function pattern(terms: string[]): RegExp | null {
  const words = terms.map((t) => t.trim()).filter((t) => t.length > 1);
  if (words.length === 0) return null;
  return new RegExp(`(${words.map((w) => w.replace(special, '\\$&')).join('|')})`, 'gi');
}

/** Marks every occurrence of the searched words. */
export function mark(text: string, terms: string[]): string {
  const re = pattern(terms);
  if (!re) return text;
  return text.replace(re, '<mark>$1</mark>');
}
