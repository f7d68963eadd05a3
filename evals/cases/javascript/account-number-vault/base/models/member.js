var db = require('../db');

exports.find = function (id, cb) {
  db.query('SELECT * FROM members WHERE id = ?', [id], function (err, rows) {
    if (err) return cb(err);
    cb(null, rows[0] || null);
  });
};

exports.setAccountNumber = function (id, iban, cb) {
  db.query('UPDATE members SET iban_last4 = ? WHERE id = ?', [iban.slice(-4), id], cb);
};
