'use strict';

const { Router, json } = require('express');

const { requireOperator } = require('../auth');
const { setIn } = require('../util/set-in');

const THEMES = ['light', 'dark', 'contrast'];
const MAX_CHANGES = 50;

const isChange = (change) =>
  typeof change?.path === 'string' &&
  change.path.length <= 120 &&
  ['string', 'number', 'boolean'].includes(typeof change.value);

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

  // [{ "path": "load-curve.axis.max", "value": 400 }]
  router.patch('/widgets', async (req, res, next) => {
    const changes = req.body;
    if (!Array.isArray(changes) || changes.length > MAX_CHANGES || !changes.every(isChange)) {
      return res.status(400).json({ error: 'a list of changes is expected' });
    }
    try {
      const dashboard = await store.load(req.operator.id);
      for (const { path, value } of changes) {
        setIn(dashboard.widgets, path, value);
      }
      await store.save(req.operator.id, dashboard);
      res.json(dashboard.widgets);
    } catch (err) {
      next(err);
    }
  });

  return router;
}

module.exports = { dashboardRoutes };
