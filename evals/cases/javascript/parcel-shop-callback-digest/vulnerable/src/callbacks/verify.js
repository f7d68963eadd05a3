import { createHmac } from 'node:crypto';

const MAX_AGE_SECONDS = 300;

function digestMatches(secret, payload, given) {
  const expected = createHmac('sha256', secret).update(payload).digest();
  // older shops send 64 hex digits, the new terminals send base64
  if (given.length === 64) return given === expected.toString('hex');
  return given === expected.toString('base64');
}

/**
 * Checks a callback of a parcel shop.
 * @param {{ headers: Record<string, string>, rawBody: Buffer }} message
 */
export function verifyCallback(message, secret, now = Date.now()) {
  const digest = message.headers['x-parcel-digest'];
  const sentAt = Number(message.headers['x-parcel-time']);
  if (!digest || !Number.isInteger(sentAt)) return false;
  if (Math.abs(now / 1000 - sentAt) > MAX_AGE_SECONDS) return false;
  const payload = Buffer.concat([Buffer.from(`${sentAt}.`), message.rawBody]);
  return digestMatches(secret, payload, digest);
}
