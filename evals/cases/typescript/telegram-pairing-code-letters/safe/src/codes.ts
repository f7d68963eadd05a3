import { randomInt } from 'node:crypto';

// neither I and 1 nor O and 0
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const LENGTH = 8;

const letter = () => LETTERS[randomInt(LETTERS.length)];

/** What the member types into the web site to link a chat, such as K7QM-2XWD. */
export const pairingCode = (): string =>
  Array.from({ length: LENGTH }, letter)
    .join('')
    .replace(/^(.{4})/, '$1-');
