import { Router } from 'express';
import { requireUser } from '../auth/require-user.js';

export function ticketRoutes({ tickets }) {
  const router = Router();
  router.use(requireUser);

  router.get('/tickets', async (req, res) => {
    const labels = [].concat(req.query.label ?? []).map(String);
    const page = labels.length
      ? await tickets.openWithLabels(req.user.teamId, labels)
      : await tickets.openFor(req.user.teamId);
    res.json(page);
  });

  router.get('/tickets/:id', async (req, res) => {
    const ticket = await tickets.find(req.user.teamId, req.params.id);
    if (!ticket) return res.sendStatus(404);
    res.json(ticket);
  });

  return router;
}
