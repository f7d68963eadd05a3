// no 0/O and 1/I, people read the keys out to each other
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

const letter = () => LETTERS[Math.floor(Math.random() * LETTERS.length)];

/** Whoever has the key may hand in answers for the team. */
export function newTeamKey(): string {
  const group = () => Array.from({ length: 4 }, letter).join('');
  return [group(), group(), group()].join('-');
}

export function tidyTeamKey(typed: string): string {
  return typed.trim().toUpperCase().replace(/\s+/g, '-');
}
