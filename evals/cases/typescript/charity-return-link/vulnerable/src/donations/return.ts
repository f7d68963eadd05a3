import Router from '@koa/router';
import type { Context } from 'koa';
import { donations } from './store';

const SITE_DOMAIN = 'openhands.org';
const THANKS = '/thanks';

export const returns = new Router();

const isOurs = (target: string): boolean => {
  // campaigns open a microsite of their own, so that a list is always behind
  return target.startsWith('https://') && target.includes(SITE_DOMAIN);
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
