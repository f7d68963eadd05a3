'use strict';

const express = require('express');

const { defaults } = require('../lib/defaults');
const { merge } = require('../lib/merge');
const { requireMember } = require('../lib/session');
const { verifyCsrf } = require('../lib/csrf');
const store = require('../lib/preference-store');

const router = express.Router();

router.use(requireMember, express.json({ limit: '32kb' }), verifyCsrf);

router.get('/', async (req, res, next) => {
  try {
    res.json({ ...defaults(), ...(await store.read(req.workspace.id)) });
  } catch (error) {
    next(error);
  }
});

router.put('/', async (req, res, next) => {
  try {
    const preferences = merge(defaults(), req.body);
    await store.write(req.workspace.id, preferences);
    res.json(preferences);
  } catch (error) {
    next(error);
  }
});

module.exports = router;
