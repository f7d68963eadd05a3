import express, { Router } from 'express';
import { requireUser } from '../auth/require-user';
import { workspaces } from '../stores/workspaces';
import { HandleError, parseHandle } from './handle';

export const workspaceRoutes = Router();
workspaceRoutes.use(requireUser, express.json({ limit: '10kb' }));

workspaceRoutes.post('/workspaces', async (req, res, next) => {
  try {
    const handle = parseHandle(req.body.handle);
    const workspace = await workspaces.create({ handle, ownerId: req.user.id });
    res.status(201).json({ id: workspace.id, handle });
  } catch (error) {
    if (error instanceof HandleError) {
      res.status(422).json({ problem: error.problem });
      return;
    }
    next(error);
  }
});
