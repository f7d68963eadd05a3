'use strict';

const express = require('express');
const { Panel } = require('../models');
const { setOption } = require('../lib/set-option');
const { requireUser } = require('../auth');

const router = express.Router();
router.use(requireUser, express.json({ limit: '32kb' }));

// body: { changes: [{ path: 'legend.position', value: 'top' }] }
router.patch('/panels/:id/options', async (req, res, next) => {
  try {
    const panel = await Panel.findOne({ where: { id: req.params.id, ownerId: req.user.id } });
    if (!panel) return res.sendStatus(404);
    if (!Array.isArray(req.body.changes)) return res.sendStatus(422);

    const options = structuredClone(panel.options);
    for (const { path, value } of req.body.changes.slice(0, 50)) {
      setOption(options, String(path), value);
    }
    panel.options = options;
    await panel.save();
    res.json({ options });
  } catch (err) {
    if (err instanceof RangeError) return res.status(422).json({ error: err.message });
    next(err);
  }
});

module.exports = router;
