'use strict';

const { Router, json } = require('express');

const { requireOperator } = require('../auth');

const THEMES = ['light', 'dark', 'contrast'];

function dashboardRoutes(store) {
  const router = Router();
  router.use(requireOperator, json({ limit: '50kb' }));

  router.get('/', (req, res, next) => {
    store.load(req.operator.id).then((dashboard) => res.json(dashboard), next);
  });

  router.put('/theme', async (req, res, next) => {
    if (!THEMES.includes(req.body.theme)) {
      return res.status(400).json({ error: `theme is one of ${THEMES.join(', ')}` });
    }
    try {
      const dashboard = await store.load(req.operator.id);
      await store.save(req.operator.id, { ...dashboard, theme: req.body.theme });
      res.sendStatus(204);
    } catch (err) {
      next(err);
    }
  });

  return router;
}

module.exports = { dashboardRoutes };
