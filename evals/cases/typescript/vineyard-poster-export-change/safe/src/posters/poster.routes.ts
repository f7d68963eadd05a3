import { Router } from 'express';
import { z } from 'zod';
import { requireStaff } from '../auth/require-staff';
import { withBrowser } from '../browser/pool';
import { PosterRenderer } from './poster-renderer';

const jobSchema = z.object({
  path: z.string().startsWith('/').max(300),
  format: z.enum(['A3', 'A2']).default('A3'),
});

export const posterRoutes = Router();

posterRoutes.post('/', requireStaff, async (req, res, next) => {
  const parsed = jobSchema.safeParse(req.body);
  if (!parsed.success) {
    res.status(422).json({ issues: parsed.error.issues });
    return;
  }
  try {
    const pdf = await withBrowser((browser) => new PosterRenderer(browser).render(parsed.data));
    res.type('application/pdf').send(Buffer.from(pdf));
  } catch (err) {
    next(err);
  }
});
