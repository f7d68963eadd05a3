import { Router } from 'express';

import { requireAgent } from '../auth';
import { db } from '../database';
import { publicUrl } from '../config';
import { findInvitation, invite } from './invitations';
import { viewings } from './repository';

export const viewingRoutes = Router();

viewingRoutes.post('/:viewingId/invitations', requireAgent, async (req, res, next) => {
  try {
    const viewing = await viewings.findForAgency(req.params.viewingId, req.agent.agencyId);
    const applicant = viewing && (await viewings.findApplicant(viewing.id, String(req.body.applicantId)));
    if (!viewing || !applicant) {
      res.sendStatus(404);
      return;
    }
    await invite(db, publicUrl, { viewingId: viewing.id, applicantId: applicant.id, email: applicant.email });
    res.sendStatus(202);
  } catch (error) {
    next(error);
  }
});

viewingRoutes.get('/invitation', async (req, res, next) => {
  try {
    const invitation = await findInvitation(db, String(req.query.token ?? ''));
    if (!invitation) {
      res.status(404).json({ error: 'This link is no longer valid' });
      return;
    }
    res.json({ flat: invitation.flat_id, startsAt: invitation.starts_at });
  } catch (error) {
    next(error);
  }
});
