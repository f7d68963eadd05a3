const { randomInt } = require('crypto');

// no 0/O, 1/I/L: people read these over the phone
const ALPHABET = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

function shortCode(length = 14) {
  let code = '';
  while (code.length < length) {
    code += ALPHABET.charAt(randomInt(ALPHABET.length));
  }
  return code;
}

module.exports = { shortCode };
