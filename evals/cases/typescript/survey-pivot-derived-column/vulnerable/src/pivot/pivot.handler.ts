import type { RequestHandler } from 'express';
import { z } from 'zod';
import { loadCells } from './cells';
import { compile } from './derive';

const pivotRequest = z.object({
  surveyId: z.string().uuid(),
  groupBy: z.enum(['team', 'site', 'month']),
  derived: z.array(z.object({ label: z.string().max(40), formula: z.string().max(200) })).max(5).default([]),
});

// Mounted behind requireAnalyst, which also sets res.locals.organisationId.
export const pivot: RequestHandler = async (req, res, next) => {
  const parsed = pivotRequest.safeParse(req.body);
  if (!parsed.success) {
    res.status(422).json(parsed.error.flatten());
    return;
  }
  try {
    const { surveyId, groupBy, derived } = parsed.data;
    const rows = await loadCells(res.locals.organisationId, surveyId, groupBy);
    const columns = derived.map(({ label, formula }) => ({ label, compute: compile(formula) }));
    res.json({
      rows: rows.map((row) => ({
        ...row,
        derived: columns.map(({ label, compute }) => ({ label, value: compute(row.values) })),
      })),
    });
  } catch (err) {
    next(err);
  }
};
