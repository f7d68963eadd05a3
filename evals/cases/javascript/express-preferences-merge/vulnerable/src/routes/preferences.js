import express from 'express';
import { merge } from '../lib/merge.js';
import { requireUser } from '../middleware/require-user.js';
import { preferences } from '../stores/preferences.js';

const DEFAULTS = {
  theme: 'system',
  density: 'comfortable',
  notifications: { email: true, push: false, digest: 'weekly' },
  editor: { fontSize: 14, wrap: true },
};

export const router = express.Router();
router.use(requireUser);
router.use(express.json({ limit: '16kb' }));

async function load(userId) {
  const stored = (await preferences.get(userId)) ?? {};
  return merge(structuredClone(DEFAULTS), stored);
}

router.get('/preferences', async (req, res) => {
  res.json(await load(req.user.id));
});

router.patch('/preferences', async (req, res) => {
  const next = merge(await load(req.user.id), req.body);
  await preferences.put(req.user.id, next);
  res.json(next);
});
