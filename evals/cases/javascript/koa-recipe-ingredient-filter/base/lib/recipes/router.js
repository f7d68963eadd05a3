import Router from '@koa/router';
import { db } from '../db.js';
import { applyFilters } from './filter.js';

export const router = new Router({ prefix: '/recipes' });

router.get('/', async (ctx) => {
  const query = db('recipes as r')
    .select('r.id', 'r.title', 'r.minutes', 'r.diet')
    .where('r.published', true)
    .orderBy('r.title')
    .limit(60);

  ctx.body = await applyFilters(query, ctx.query);
});

router.get('/:id(\\d+)', async (ctx) => {
  const recipe = await db('recipes').where({ id: ctx.params.id, published: true }).first();
  ctx.assert(recipe, 404);
  ctx.body = recipe;
});
