import express, { Router } from 'express';
import { requireMember } from '../auth/require-member';
import { DefinitionError, parseDefinition } from './parse-definition';
import { WorkflowStore } from './workflow-store';

export function workflowsRouter(store: WorkflowStore): Router {
  const router = Router();
  router.use(requireMember);
  router.use(express.text({ type: ['application/json', 'application/yaml'], limit: '128kb' }));

  router.post('/', async (req, res, next) => {
    try {
      const mediaType = req.is(['application/json', 'application/yaml']) || 'application/json';
      const definition = parseDefinition(String(req.body), mediaType);
      const id = await store.create(res.locals.member.organisationId, definition);
      res.status(201).json({ id });
    } catch (error) {
      if (error instanceof DefinitionError) {
        res.status(422).json({ error: error.message });
        return;
      }
      next(error);
    }
  });

  return router;
}
