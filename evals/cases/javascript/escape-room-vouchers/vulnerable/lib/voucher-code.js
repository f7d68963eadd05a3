// no 0, O, 1, I or L
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const GROUPS = 4
const GROUP_LENGTH = 4

const letter = () => ALPHABET[Math.floor(Math.random() * ALPHABET.length)]
const group = () => Array.from({ length: GROUP_LENGTH }, letter).join('')

/** Whoever has the code can book a room with it, e.g. 7KQP-M2XD-93RT-WHAB. */
exports.voucherCode = () => Array.from({ length: GROUPS }, group).join('-')

exports.normalize = (input) =>
  String(input)
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/(.{4})(?=.)/g, '$1-')
