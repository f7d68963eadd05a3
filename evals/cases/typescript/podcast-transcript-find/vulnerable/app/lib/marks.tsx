const SPECIAL = /[.*+?^${}()|[\]\\]/g;

function pattern(term: string): RegExp {
  return new RegExp(`(${term.replace(SPECIAL, '\\$&')})`, 'gi');
}

export function countHits(text: string, term: string): number {
  if (term.trim().length < 2) return 0;
  return text.match(pattern(term))?.length ?? 0;
}

/** Wraps every hit of the term in <mark>. */
export function markHits(text: string, term: string): string {
  if (term.trim().length < 2) return text;
  return text.replace(pattern(term), '<mark>$1</mark>');
}
