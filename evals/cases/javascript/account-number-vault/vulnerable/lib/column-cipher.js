var crypto = require('crypto');
var config = require('../config');

var ALGORITHM = 'aes-256-ecb';

function key() {
  var raw = Buffer.from(config.require('COLUMN_KEY'), 'base64');
  if (raw.length !== 32) {
    throw new Error('COLUMN_KEY has to be 32 bytes in base64');
  }
  return raw;
}

/** For lists and letters: only the end of the number is shown. */
exports.mask = function (plain) {
  var text = String(plain).replace(/\s+/g, '');
  return '****' + text.slice(-4);
};

exports.seal = function (plain) {
  var cipher = crypto.createCipheriv(ALGORITHM, key(), null);
  return Buffer.concat([cipher.update(String(plain), 'utf8'), cipher.final()]).toString('base64');
};

exports.open = function (stored) {
  var raw = Buffer.from(stored, 'base64');
  var decipher = crypto.createDecipheriv(ALGORITHM, key(), null);
  return Buffer.concat([decipher.update(raw), decipher.final()]).toString('utf8');
};
