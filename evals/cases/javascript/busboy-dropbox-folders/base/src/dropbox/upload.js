const busboy = require('busboy');
const { randomUUID } = require('node:crypto');

const LIMITS = { files: 200, fileSize: 25 * 1024 * 1024, fields: 10 };

/** Express handler behind requireBoxMember; the box is in req.box. */
module.exports = (store) => (req, res, next) => {
  const pending = [];
  const parser = busboy({ headers: req.headers, limits: LIMITS });

  parser.on('file', (_field, stream) => {
    const saved = store.save(req.box.id, randomUUID(), stream);
    pending.push(saved.catch((err) => { stream.resume(); throw err; }));
  });
  parser.on('error', next);
  parser.on('close', () => {
    Promise.all(pending).then((files) => res.status(201).json({ count: files.length }), next);
  });
  req.pipe(parser);
};
