import express from 'express';
import { overlay } from '../lib/merge.js';
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
  return overlay(DEFAULTS, stored);
}

router.get('/preferences', async (req, res) => {
  res.json(await load(req.user.id));
});

router.put('/preferences/theme', async (req, res) => {
  const theme = ['system', 'light', 'dark'].includes(req.body.theme) ? req.body.theme : 'system';
  const next = overlay(await load(req.user.id), { theme });
  await preferences.put(req.user.id, next);
  res.json(next);
});
