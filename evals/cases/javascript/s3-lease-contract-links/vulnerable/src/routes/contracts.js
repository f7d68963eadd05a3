import Router from '@koa/router';
import { requireTenant } from '../middleware/tenant.js';
import { contractLink } from '../storage/contracts.js';

export const router = new Router({ prefix: '/contracts' });

router.use(requireTenant);

router.get('/', async (ctx) => {
  const { rows } = await ctx.pg.query(
    'SELECT id, address, signed_on, object_key FROM contracts WHERE tenant_id = $1 ORDER BY signed_on DESC',
    [ctx.state.tenant.id],
  );
  ctx.body = rows;
});

router.post('/:id/reminder', async (ctx) => {
  const id = Number.parseInt(ctx.params.id, 10);
  ctx.assert(id > 0, 404, 'unknown contract');
  const { rowCount } = await ctx.pg.query(
    'UPDATE contracts SET remind_on = $3 WHERE id = $1 AND tenant_id = $2',
    [id, ctx.state.tenant.id, new Date(ctx.request.body.date)],
  );
  ctx.assert(rowCount === 1, 404, 'unknown contract');
  ctx.status = 204;
});

// the list above already tells the page the key of every contract
router.get('/link', async (ctx) => {
  const { key } = ctx.query;
  ctx.assert(typeof key === 'string' && key.startsWith('contracts/'), 400, 'key is missing');
  ctx.body = { url: await contractLink(key) };
});
