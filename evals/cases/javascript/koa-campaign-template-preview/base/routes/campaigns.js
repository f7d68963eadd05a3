import Router from '@koa/router';
import { requireMarketing } from '../middleware/roles.js';
import { renderCampaign, SAMPLE } from '../services/campaignMail.js';

const router = new Router({ prefix: '/campaigns' });
router.use(requireMarketing);

router.get('/:id/preview', async (ctx) => {
  const campaign = await ctx.campaigns.ofTenant(ctx.params.id, ctx.state.tenantId);
  ctx.assert(campaign, 404);
  ctx.set('Content-Security-Policy', 'sandbox');
  ctx.type = 'html';
  ctx.body = renderCampaign(campaign.text, SAMPLE);
});

export default router;
