import { Router } from 'express';
import { z } from 'zod';

import { requireEditor } from '../middleware/require-editor';
import { transcodeQueue } from '../queue';
import { clips } from '../repositories/clips';

const NewClip = z.object({
  uploadId: z.string().uuid(),
  title: z.string().trim().min(1).max(120),
  bitrate: z.number().int().min(500).max(12_000).default(4_000),
});

export const clipRoutes = Router();

clipRoutes.post('/', requireEditor, async (req, res, next) => {
  const parsed = NewClip.safeParse(req.body);
  if (!parsed.success) {
    res.status(422).json({ issues: parsed.error.issues });
    return;
  }
  try {
    const { uploadId, title, bitrate } = parsed.data;
    const clip = await clips.create({ id: uploadId, title, deskId: req.user.deskId });
    await transcodeQueue.add('transcode', { clipId: clip.id, title, bitrate });
    res.status(202).json({ id: clip.id });
  } catch (error) {
    next(error);
  }
});
