const { Router } = require('express');
const { requireWorkspaceAdmin } = require('../auth');
const client = require('./hook-client');
const hooks = require('./hooks.store');

const router = Router();
router.use(requireWorkspaceAdmin);

router.post('/hooks', async (req, res, next) => {
  const { url, secret } = req.body;
  if (!client.isAllowed(url)) return res.status(422).json({ error: 'host is not allowed' });
  try {
    const { id } = await hooks.insert({ workspaceId: req.workspace.id, url, secret });
    return res.status(201).json({ id });
  } catch (err) {
    return next(err);
  }
});

router.post('/hooks/test', async (req, res, next) => {
  const { url, secret } = req.body;
  try {
    return res.json(await client.probe({ url, secret }));
  } catch (err) {
    return next(err);
  }
});

module.exports = router;
