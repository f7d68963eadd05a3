import { Router } from 'express';
import { requireUser } from '../auth/require-user.js';

export function ticketRoutes({ tickets }) {
  const router = Router();
  router.use(requireUser);

  router.get('/tickets', async (req, res) => {
    const page = await tickets.openFor(req.user.teamId);
    res.json(page);
  });

  router.get('/tickets/:id', async (req, res) => {
    const ticket = await tickets.find(req.user.teamId, req.params.id);
    if (!ticket) return res.sendStatus(404);
    res.json(ticket);
  });

  return router;
}
