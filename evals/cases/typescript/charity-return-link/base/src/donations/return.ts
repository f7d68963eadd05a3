import Router from '@koa/router';
import type { Context } from 'koa';
import { donations } from './store';

const MICROSITES = ['https://spring.openhands.org', 'https://winter.openhands.org'];
const THANKS = '/thanks';

export const returns = new Router();

const isOurs = (target: string): boolean => {
  const url = URL.canParse(target) ? new URL(target) : null;
  return url !== null && MICROSITES.includes(url.origin);
};

function firstOf(value: string | string[] | undefined): string {
  return Array.isArray(value) ? (value[0] ?? '') : (value ?? '');
}

// the payment provider sends the donor here
returns.get('/donations/:reference/return', async (ctx: Context) => {
  const donation = await donations.byReference(ctx.params.reference);
  ctx.assert(donation, 404);

  if (donation.status === 'failed') {
    ctx.redirect('/donate?failed=1');
    return;
  }
  const target = firstOf(ctx.query.to);
  if (target && isOurs(target)) {
    ctx.redirect(target);
  } else {
    ctx.redirect(THANKS);
  }
});
