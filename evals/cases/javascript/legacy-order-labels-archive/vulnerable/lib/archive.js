var fs = require('fs');
var os = require('os');
var path = require('path');
var exec = require('child_process').exec;

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

    exec('tar -czf ' + target + ' --ignore-failed-read ' + day + '_*.pdf', options, function (err) {
      if (err) return cb(new Error('could not pack labels of depot ' + depotId));
      cb(null, target);
    });
  });
};
