const SPECIAL = /[.*+?^${}()|[\]\\]/g;

function pattern(term: string): RegExp {
  return new RegExp(`(${term.replace(SPECIAL, '\\$&')})`, 'gi');
}

export function countHits(text: string, term: string): number {
  if (term.trim().length < 2) return 0;
  return text.match(pattern(term))?.length ?? 0;
}
