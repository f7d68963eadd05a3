var db = require('../db');
var buildWhere = require('./where');

var COLUMNS = 's.id, s.sku, s.quantity, s.shelf, p.title, p.supplier_no';
var FILTERS = { shelf: 's.shelf', supplier: 'p.supplier_no' };

function Stock(row) {
  this.id = row.id;
  this.sku = row.sku;
  this.title = row.title;
  this.quantity = row.quantity;
  this.shelf = row.shelf;
  this.low = row.quantity < 5;
}

Stock.list = function (branchId, filter, cb) {
  var where = buildWhere(FILTERS, filter);
  var sql = 'SELECT ' + COLUMNS +
    ' FROM stock s JOIN products p ON p.sku = s.sku' +
    ' WHERE s.branch_id = ?';
  db.query(sql + where.sql + ' ORDER BY p.title LIMIT 500', [branchId].concat(where.values), function (err, rows) {
    if (err) return cb(err);
    cb(null, rows.map(function (row) { return new Stock(row); }));
  });
};

Stock.count = function (branchId, cb) {
  db.query('SELECT COUNT(*) AS n FROM stock WHERE branch_id = ?', [branchId], function (err, rows) {
    cb(err, rows && rows[0].n);
  });
};

module.exports = Stock;
