import Router from '@koa/router';
import { requireMarketing } from '../middleware/roles.js';
import { personalise, renderCampaign, SAMPLE } from '../services/campaignMail.js';

const router = new Router({ prefix: '/campaigns' });
router.use(requireMarketing);

router.get('/:id/preview', async (ctx) => {
  const campaign = await ctx.campaigns.ofTenant(ctx.params.id, ctx.state.tenantId);
  ctx.assert(campaign, 404);
  ctx.set('Content-Security-Policy', 'sandbox');
  ctx.type = 'html';
  ctx.body = renderCampaign(campaign.text, SAMPLE);
});

router.post('/preview', async (ctx) => {
  const { text = '', recipient = {} } = ctx.request.body;
  ctx.assert(typeof text === 'string' && text.length < 50_000, 422);
  const sample = { ...SAMPLE, firstName: String(recipient.firstName ?? SAMPLE.firstName) };
  ctx.set('Content-Security-Policy', 'sandbox');
  ctx.type = 'html';
  ctx.body = renderCampaign(personalise(text, sample), sample);
});

export default router;
