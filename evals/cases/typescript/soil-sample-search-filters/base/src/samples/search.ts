import type { NextFunction, Request, Response } from 'express';
import { z } from 'zod';

import { Sample } from './sample.model';

const PAGE_SIZE = 40;

const SearchBody = z.object({
  filter: z
    .object({
      field: z.string().max(80),
    })
    .partial()
    .strict()
    .default({}),
  page: z.number().int().min(1).max(1_000).default(1),
});

/**
 * POST /samples/search
 *
 * { "filter": { "field": "North 3" }, "page": 2 }
 */
export async function searchSamples(req: Request, res: Response, next: NextFunction): Promise<void> {
  const parsed = SearchBody.safeParse(req.body);
  if (!parsed.success) {
    res.status(400).json({ issues: parsed.error.issues });
    return;
  }
  const { filter, page: pageNumber } = parsed.data;

  try {
    const items = await Sample.find({ ...filter, farm: req.user.farmId })
      .sort({ takenAt: -1 })
      .skip((pageNumber - 1) * PAGE_SIZE)
      .limit(PAGE_SIZE)
      .lean();
    res.json({ page: pageNumber, items });
  } catch (error) {
    next(error);
  }
}

export async function getSample(req: Request, res: Response, next: NextFunction): Promise<void> {
  try {
    const sample = await Sample.findOne({ number: Number(req.params.number), farm: req.user.farmId }).lean();
    if (!sample) {
      res.status(404).json({ error: 'No such sample' });
      return;
    }
    res.json(sample);
  } catch (error) {
    next(error);
  }
}
