import express from 'express';
import { requireRole } from '../auth/require-role.js';

const text = (value, max) => (typeof value === 'string' && value.length <= max ? value : null);

export function ruleRoutes(ruleStore) {
  const router = express.Router();
  router.use(express.json({ limit: '20kb' }));
  router.use(requireRole('workspace-admin'));

  router.post('/rules', async (req, res) => {
    const rule = await ruleStore.create({
      tenantId: req.user.tenantId,
      eventType: text(req.body.eventType, 60),
      action: text(req.body.action, 60),
      settings: { target: text(req.body.target, 200) },
    });
    res.status(201).json({ id: rule.id });
  });

  return router;
}
