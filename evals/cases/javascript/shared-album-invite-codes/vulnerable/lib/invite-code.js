// no 0/o and 1/l: people read the codes to each other on the phone
const ALPHABET = '23456789abcdefghijkmnpqrstuvwxyz';
const GROUPS = 5;
const GROUP_LENGTH = 5;

function pick() {
  return ALPHABET[Math.floor(Math.random() * ALPHABET.length)];
}

function group() {
  return Array.from({ length: GROUP_LENGTH }, pick).join('');
}

/** Such as "k7m2p-9xwtq-4hc8n-bz3rv-6jfdy" */
export function createInviteCode() {
  return Array.from({ length: GROUPS }, group).join('-');
}

export function normalizeInviteCode(input) {
  return String(input).trim().toLowerCase();
}

export function isInviteCode(input) {
  return typeof input === 'string' && /^[2-9a-z]{5}(-[2-9a-z]{5}){4}$/.test(normalizeInviteCode(input));
}
