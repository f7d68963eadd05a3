var express = require('express');
var path = require('path');
var labels = require('../lib/labels');
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

module.exports = router;
