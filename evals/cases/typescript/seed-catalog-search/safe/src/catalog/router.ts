import { Router } from 'express';
import { z } from 'zod';
import { knex } from '../db';
import { VarietySearch } from './variety-search';

const Query = z.object({
  q: z.string().max(120).default(''),
  family: z.string().max(40).optional(),
  page: z.coerce.number().int().positive().max(200).default(1),
});

const search = new VarietySearch(knex);

export const catalog = Router().get('/varieties', async (req, res, next) => {
  try {
    const { q, ...options } = Query.parse(req.query);
    res.json({ items: await search.find(q, options) });
  } catch (err) {
    next(err);
  }
});
