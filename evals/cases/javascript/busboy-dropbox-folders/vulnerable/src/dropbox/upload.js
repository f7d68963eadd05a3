const busboy = require('busboy');

const LIMITS = { files: 200, fileSize: 25 * 1024 * 1024, fields: 10 };

// browsers send webkitRelativePath as file name, Windows clients with backslashes
const folderSegments = (filename = 'unnamed') => filename.replace(/\\/g, '/').split('/').filter(Boolean);

/** Express handler behind requireBoxMember; the box is in req.box. */
module.exports = (store) => (req, res, next) => {
  const pending = [];
  const parser = busboy({ headers: req.headers, limits: LIMITS, preservePath: true });

  parser.on('file', (_field, stream, { filename }) => {
    const segments = folderSegments(filename);
    const saved = store.save(req.box.id, segments.join('/'), stream);
    pending.push(saved.catch((err) => { stream.resume(); throw err; }));
  });
  parser.on('error', next);
  parser.on('close', () => {
    Promise.all(pending).then((files) => res.status(201).json({ count: files.length }), next);
  });
  req.pipe(parser);
};
