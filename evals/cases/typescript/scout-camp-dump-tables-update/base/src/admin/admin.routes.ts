import { Router } from 'express';
import { z } from 'zod';
import { requireRole } from '../auth/require-role';
import { dumpTables } from './dump';

const dumpSchema = z.object({
  tables: z.array(z.string().min(1).max(63)).min(1).max(30),
  withData: z.boolean().default(true),
});

export const adminRoutes = Router();
adminRoutes.use(requireRole('district'));

adminRoutes.post('/dumps', async (req, res, next) => {
  const parsed = dumpSchema.safeParse(req.body);
  if (!parsed.success) {
    res.status(400).json(parsed.error.flatten());
    return;
  }
  try {
    const file = await dumpTables(parsed.data);
    res.download(file);
  } catch (err) {
    next(err);
  }
});
