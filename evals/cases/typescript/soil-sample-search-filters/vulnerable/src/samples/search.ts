import type { NextFunction, Request, Response } from 'express';

import { Sample } from './sample.model';

const PAGE_SIZE = 40;

/**
 * POST /samples/search
 *
 * { "filter": { "crop": "rye", "depthCm": 30 }, "page": 2 }
 */
export async function searchSamples(req: Request, res: Response, next: NextFunction): Promise<void> {
  const { filter = {}, page = 1 } = req.body;
  const pageNumber = Math.min(Math.max(Number.parseInt(page, 10) || 1, 1), 1_000);

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
