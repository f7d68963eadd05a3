var crypto = require('crypto');
var config = require('../config');

var ALGORITHM = 'aes-256-gcm';

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
  var nonce = crypto.randomBytes(12);
  var cipher = crypto.createCipheriv(ALGORITHM, key(), nonce, { authTagLength: 16 });
  var body = Buffer.concat([cipher.update(String(plain), 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64');
};

exports.open = function (stored) {
  var raw = Buffer.from(stored, 'base64');
  var decipher = crypto.createDecipheriv(ALGORITHM, key(), raw.slice(0, 12), { authTagLength: 16 });
  decipher.setAuthTag(raw.slice(12, 28));
  return Buffer.concat([decipher.update(raw.slice(28)), decipher.final()]).toString('utf8');
};
