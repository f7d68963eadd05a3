var db = require('../db');
var columnCipher = require('../lib/column-cipher');

exports.find = function (id, cb) {
  db.query('SELECT * FROM members WHERE id = ?', [id], function (err, rows) {
    if (err) return cb(err);
    cb(null, rows[0] || null);
  });
};

exports.setAccountNumber = function (id, iban, cb) {
  db.query('UPDATE members SET iban_sealed = ?, iban_last4 = ? WHERE id = ?',
    [columnCipher.seal(iban), iban.slice(-4), id], cb);
};

exports.accountNumber = function (member) {
  return member.iban_sealed ? columnCipher.open(member.iban_sealed) : null;
};
