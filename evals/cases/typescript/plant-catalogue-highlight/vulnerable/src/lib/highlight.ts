const MAX_QUERY = 100;
const MIN_WORD = 2;
const SPECIAL = /[.*+?^${}()|[\]\\]/g;

/** All words of the query, in any order; null if there is nothing to look for. */
function matcher(query: string): RegExp | null {
  const words = query
    .slice(0, MAX_QUERY)
    .split(/\s+/)
    .filter((word) => word.length >= MIN_WORD)
    .map((word) => word.replace(SPECIAL, '\\$&'));
  return words.length ? new RegExp(`(${words.join('|')})`, 'gi') : null;
}

/** Words are compared without regard to case. */
export function countHits(texts: string[], query: string): number {
  return texts.filter((text) => isHit(text, query)).length;
}

/** Wraps every occurrence of a search word in a <mark> element. */
export function highlight(text: string, query: string): string {
  const words = matcher(query);
  if (!words) {
    return text;
  }
  return text.replace(words, '<mark>$1</mark>');
}

/** For the counter above the list. */
export function isHit(text: string, query: string): boolean {
  return matcher(query)?.test(text) ?? false;
}
