import Router from '@koa/router';
import { isPlain } from '../util/objects.js';
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

export default router;
