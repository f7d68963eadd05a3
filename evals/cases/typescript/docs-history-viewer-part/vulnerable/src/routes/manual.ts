import Router from '@koa/router';
import { editorsOnly } from '../middleware/editors-only';
import { branches, history } from '../git/history';

const MANUAL_PAGES = new Map<string, string>([
  ['install', 'manual/install.md'],
  ['backup', 'manual/backup.md'],
  ['upgrade', 'manual/upgrade.md'],
]);

export const manual = new Router({ prefix: '/manual' });

manual.use(editorsOnly());

manual.get('/:page/history', async (ctx) => {
  const page = MANUAL_PAGES.get(ctx.params.page);
  if (!page) {
    ctx.throw(404);
    return;
  }
  const { branch } = ctx.query;
  ctx.body = await history(page, typeof branch === 'string' ? branch : undefined);
});

manual.get('/branches', async (ctx) => {
  ctx.body = await branches();
});
