'use strict';

const express = require('express');

const { signedByForge } = require('./signature');
const { prepare } = require('./previews');

const app = express();

app.post('/hooks/push', express.json({ limit: '256kb', verify: signedByForge }), async (req, res) => {
  const { ref } = req.body;
  if (typeof ref !== 'string' || !ref.startsWith('refs/heads/')) {
    return res.sendStatus(202);
  }
  try {
    await prepare(ref.slice('refs/heads/'.length));
    return res.sendStatus(204);
  } catch {
    return res.sendStatus(500);
  }
});

module.exports = app;
