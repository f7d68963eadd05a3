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

export interface Part {
  text: string;
  hit: boolean;
}

/** Words are compared without regard to case. */
export function countHits(texts: string[], query: string): number {
  return texts.filter((text) => isHit(text, query)).length;
}

/** Splits the text into what is to be marked and what is not. */
export function highlight(text: string, query: string): Part[] {
  const words = matcher(query);
  if (!words) {
    return [{ text, hit: false }];
  }
  return text
    .split(words)
    .map((part, index) => ({ text: part, hit: index % 2 === 1 }))
    .filter((part) => part.text !== '');
}

/** For the counter above the list. */
export function isHit(text: string, query: string): boolean {
  return matcher(query)?.test(text) ?? false;
}
