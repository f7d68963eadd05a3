const db = require('./db');

exports.between = function (from, to, done) {
  db.execute(
    'SELECT departure, arrival FROM sailing WHERE port_from = ? AND port_to = ? ORDER BY departure',
    [from, to],
    function (err, rows) {
      done(err, rows);
    },
  );
};

exports.clock = function (minutes) {
  const hours = Math.floor(minutes / 60);
  return String(hours).padStart(2, '0') + ':' + String(minutes % 60).padStart(2, '0');
};
