import express, { Router } from 'express';
import { requirePilot } from '../auth/require-pilot';
import { claim } from './claims';
import type { ChunkStore } from './disk-chunk-store';

export function uploadRoutes(chunks: ChunkStore): Router {
  const uploads = Router();
  uploads.use(requirePilot);

  uploads.patch('/:uploadId', express.raw({ limit: '8mb' }), async (req, res, next) => {
    try {
      const offset = await chunks.offsetOf(req.params.uploadId);
      if (offset !== Number(req.get('Upload-Offset'))) {
        return res.sendStatus(409);
      }
      await chunks.append(req.params.uploadId, req.body);
      res.set('Upload-Offset', String(offset + req.body.length)).sendStatus(204);
    } catch (err) {
      next(err);
    }
  });

  uploads.post('/:uploadId/finish', async (req, res, next) => {
    try {
      const clip = await claim(res.locals.pilot.id);
      await chunks.finish(req.params.uploadId, clip.path);
      res.status(201).json({ clipId: clip.id });
    } catch (err) {
      next(err);
    }
  });

  return uploads;
}
