import { Router } from 'express';
import { z } from 'zod';
import { artist, requireRole } from './auth';
import { cleanup, frames } from '../queues';

const RenderBody = z.object({ from: z.number().int(), to: z.number().int() });
const FinishBody = z.object({ folder: z.string().min(1).max(255) });

export const shots = Router().use(artist);

shots.post('/:shot/render', requireRole('lighting'), async (req, res) => {
  const { from, to } = RenderBody.parse(req.body);
  const shot = Number(req.params.shot);
  const range = Array.from({ length: Math.min(to - from + 1, 500) }, (_, i) => from + i);
  await frames.addBulk(range.map((frame) => ({ name: 'frame', data: { shot, frame } })));
  res.sendStatus(202);
});

shots.post('/:shot/finish', requireRole('lighting'), async (req, res) => {
  const { folder } = FinishBody.parse(req.body);
  await cleanup.add('scratch', { shot: Number(req.params.shot), folder });
  res.sendStatus(202);
});
