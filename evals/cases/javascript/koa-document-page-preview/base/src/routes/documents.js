import Router from '@koa/router';
import { requireUser } from '../middleware/require-user.js';
import { documents } from '../stores/documents.js';

export const router = new Router({ prefix: '/documents' });
router.use(requireUser);

async function ownDocument(ctx, next) {
  const doc = await documents.findOwned(ctx.params.id, ctx.state.user.id);
  ctx.assert(doc, 404);
  ctx.state.doc = doc;
  await next();
}

router.get('/:id', ownDocument, (ctx) => {
  const { id, title, pages, uploadedAt } = ctx.state.doc;
  ctx.body = { id, title, pages, uploadedAt };
});
