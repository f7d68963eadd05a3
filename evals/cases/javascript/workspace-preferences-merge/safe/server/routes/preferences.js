import Router from '@koa/router';
import { deepMerge, isPlain } from '../util/objects.js';
import { requireMember } from '../middleware/member.js';

const router = new Router({ prefix: '/preferences' });

router.use(requireMember);

router.get('/', async (ctx) => {
  ctx.body = await ctx.preferences.load(ctx.state.member.id);
});

router.put('/', async (ctx) => {
  const body = ctx.request.body;
  ctx.assert(isPlain(body), 422, 'an object is needed');
  await ctx.preferences.save(ctx.state.member.id, body);
  ctx.status = 204;
});

router.patch('/', async (ctx) => {
  const patch = ctx.request.body;
  ctx.assert(isPlain(patch), 422, 'an object is needed');
  const current = await ctx.preferences.load(ctx.state.member.id);
  await ctx.preferences.save(ctx.state.member.id, deepMerge(current, patch));
  ctx.status = 204;
});

export default router;
