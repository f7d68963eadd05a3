import { randomInt } from 'node:crypto';

// no 0/O, 1/I/L, 5/S, 8/B
const ALPHABET = 'ACDEFGHJKMNPQRTUVWXYZ234679';
const GROUPS = 4;
const PER_GROUP = 4;

const letter = () => ALPHABET[randomInt(ALPHABET.length)];

/** For example "K7QM-2XTA-9RWC-FH4D". */
export function inviteCode(): string {
  return Array.from({ length: GROUPS }, () => Array.from({ length: PER_GROUP }, letter).join('')).join('-');
}

export function normalise(typed: string): string {
  return (typed.toUpperCase().match(/[A-Z0-9]/g) ?? []).join('').replace(/(.{4})(?=.)/g, '$1-');
}
