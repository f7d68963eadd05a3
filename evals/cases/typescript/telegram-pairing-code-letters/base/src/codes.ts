import { randomInt } from 'node:crypto';

const DIGITS = 8;

/** What the member types into the web site to link a chat. */
export const pairingCode = (): string => String(randomInt(10 ** DIGITS)).padStart(DIGITS, '0');
