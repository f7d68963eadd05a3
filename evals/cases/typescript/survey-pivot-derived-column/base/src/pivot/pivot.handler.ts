import type { RequestHandler } from 'express';
import { z } from 'zod';
import { loadCells } from './cells';

const pivotRequest = z.object({
  surveyId: z.string().uuid(),
  groupBy: z.enum(['team', 'site', 'month']),
});

// Mounted behind requireAnalyst, which also sets res.locals.organisationId.
export const pivot: RequestHandler = async (req, res, next) => {
  const parsed = pivotRequest.safeParse(req.body);
  if (!parsed.success) {
    res.status(422).json(parsed.error.flatten());
    return;
  }
  try {
    const { surveyId, groupBy } = parsed.data;
    const rows = await loadCells(res.locals.organisationId, surveyId, groupBy);
    res.json({ rows });
  } catch (err) {
    next(err);
  }
};
