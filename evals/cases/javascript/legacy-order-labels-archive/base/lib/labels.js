var db = require('./db');

exports.today = function () {
  return new Date().toISOString().slice(0, 10);
};

exports.listForDepot = function (depotId, cb) {
  db.query('SELECT id, order_no, printed_at FROM labels WHERE depot_id = ? ORDER BY id DESC LIMIT 200', [depotId], cb);
};

exports.queueReprint = function (id, depotId, cb) {
  db.query('UPDATE labels SET reprint = 1 WHERE id = ? AND depot_id = ?', [id, depotId], cb);
};
