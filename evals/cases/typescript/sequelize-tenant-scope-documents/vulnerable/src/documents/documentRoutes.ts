import { Router } from 'express';
import { requireCaller } from '../auth';
import { DocumentService } from './documentService';

export function documentRoutes(service = new DocumentService()): Router {
  const router = Router();
  router.use(requireCaller);

  router.get('/', (req, res, next) => {
    service.list(req.caller).then((documents) => res.json(documents), next);
  });

  router.get('/:id', (req, res, next) => {
    service.get(req.params.id, req.caller).then((document) => res.json(document), next);
  });

  router.get('/:id/versions', (req, res, next) => {
    service.versions(req.params.id, req.caller).then((versions) => res.json(versions), next);
  });

  return router;
}
