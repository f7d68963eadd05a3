import { Router } from 'express';

import { requireAgent } from '../auth';
import { viewings } from './repository';

export const viewingRoutes = Router();

viewingRoutes.get('/:viewingId', requireAgent, async (req, res, next) => {
  try {
    const viewing = await viewings.findForAgency(req.params.viewingId, req.agent.agencyId);
    if (!viewing) {
      res.sendStatus(404);
      return;
    }
    res.json(viewing);
  } catch (error) {
    next(error);
  }
});
