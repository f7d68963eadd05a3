var express = require('express');
var path = require('path');
var labels = require('../lib/labels');
var archive = require('../lib/archive');
var requireStaff = require('../middleware/require-staff');

var router = express.Router();

router.use(requireStaff);

// today's labels, newest first
router.get('/', function (req, res, next) {
  labels.listForDepot(req.staff.depotId, function (err, rows) {
    if (err) return next(err);
    res.render('labels/index', { rows: rows, depot: req.staff.depotName });
  });
});

router.post('/:id/reprint', function (req, res, next) {
  var id = parseInt(req.params.id, 10);
  labels.queueReprint(id, req.staff.depotId, function (err) {
    if (err) return next(err);
    res.redirect('/labels');
  });
});

// everything that was printed on one day, e.g. /labels/archive?day=2019-03-14
router.get('/archive', function (req, res, next) {
  var day = String(req.query.day || labels.today());
  archive.packDay(req.staff.depotId, day, function (err, file) {
    if (err) return next(err);
    res.download(file, 'labels.tar.gz');
  });
});

module.exports = router;
