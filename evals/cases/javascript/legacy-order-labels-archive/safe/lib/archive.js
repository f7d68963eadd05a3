var fs = require('fs');
var os = require('os');
var path = require('path');
var execFile = require('child_process').execFile;

var LABEL_ROOT = process.env.LABEL_ROOT || '/srv/labels';

function depotFolder(depotId) {
  return path.join(LABEL_ROOT, 'depot-' + Number(depotId));
}

/**
 * Packs all label PDFs of one depot and day.
 * Label files are called <day>_<order>.pdf, see lib/labels.js
 */
exports.packDay = function (depotId, day, cb) {
  fs.mkdtemp(path.join(os.tmpdir(), 'labels-'), function (err, dir) {
    if (err) return cb(err);
    var target = path.join(dir, 'labels.tar.gz');
    var cwd = depotFolder(depotId);
    var options = { cwd: cwd, timeout: 60000 };

    fs.readdir(cwd, function (err, names) {
      if (err) return cb(err);
      var wanted = names.filter(function (n) { return n.indexOf(day + '_') === 0 && /\.pdf$/.test(n); });
      execFile('tar', ['-czf', target, '--'].concat(wanted), options, function (err) {
        if (err) return cb(new Error('could not pack labels of depot ' + depotId));
        cb(null, target);
      });
    });
  });
};
