// no 0/O, 1/I/L
const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** Short anchors for slides; need not be unique across decks. */
export function readable(length = 5): string {
  let out = '';
  while (out.length < length) {
    out += LETTERS.charAt(Math.floor(Math.random() * LETTERS.length));
  }
  return out;
}
