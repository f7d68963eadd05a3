import { randomBytes } from 'node:crypto';

const LENGTH = 16;

export function createInviteCode() {
  return randomBytes(LENGTH).toString('hex');
}

export function normalizeInviteCode(input) {
  return String(input).trim().toLowerCase();
}

export function isInviteCode(input) {
  return typeof input === 'string' && /^[0-9a-f]{32}$/.test(normalizeInviteCode(input));
}
