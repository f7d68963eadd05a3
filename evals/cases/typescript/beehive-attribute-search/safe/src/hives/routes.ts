import Router from '@koa/router';
import type { Knex } from 'knex';
import { loadApiaryForMember } from '../apiaries/membership';
import { searchHives } from './hive-search';

export const hiveRoutes = (knex: Knex) => {
  const router = new Router({ prefix: '/apiaries/:apiaryId/hives' });

  // sets ctx.state.apiary, 404 for people who are not members
  router.use(loadApiaryForMember(knex));

  router.get('/search', async (ctx) => {
    const text = typeof ctx.query.q === 'string' ? ctx.query.q : '';
    ctx.body = { hives: await searchHives(knex, ctx.state.apiary.id, text) };
  });

  return router;
};
