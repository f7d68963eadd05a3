import type React from 'react';

const SPECIAL = /[.*+?^${}()|[\]\\]/g;

function pattern(term: string): RegExp {
  return new RegExp(`(${term.replace(SPECIAL, '\\$&')})`, 'gi');
}

export function countHits(text: string, term: string): number {
  if (term.trim().length < 2) return 0;
  return text.match(pattern(term))?.length ?? 0;
}

/** Wraps every hit of the term in <mark>. */
export function markHits(text: string, term: string): React.ReactNode {
  if (term.trim().length < 2) return text;
  return text.split(pattern(term)).map((part, i) => (i % 2 === 1 ? <mark key={i}>{part}</mark> : part));
}
