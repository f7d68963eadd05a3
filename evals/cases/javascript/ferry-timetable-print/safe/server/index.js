const express = require('express');
const timetable = require('./timetable');
const print = require('./print');

const app = express();

app.get('/api/sailings', function (req, res, next) {
  timetable.between(String(req.query.from || ''), String(req.query.to || ''), function (err, sailings) {
    if (err) return next(err);
    res.json(sailings);
  });
});
app.use('/', print);

module.exports = app;
