import { Router } from 'express';
import { z } from 'zod';
import { artist, requireRole } from './auth';
import { frames } from '../queues';

const RenderBody = z.object({ from: z.number().int(), to: z.number().int() });

export const shots = Router().use(artist);

shots.post('/:shot/render', requireRole('lighting'), async (req, res) => {
  const { from, to } = RenderBody.parse(req.body);
  const shot = Number(req.params.shot);
  const range = Array.from({ length: Math.min(to - from + 1, 500) }, (_, i) => from + i);
  await frames.addBulk(range.map((frame) => ({ name: 'frame', data: { shot, frame } })));
  res.sendStatus(202);
});
