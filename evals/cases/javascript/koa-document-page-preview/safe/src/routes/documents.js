import Router from '@koa/router';
import { renderPage } from '../lib/preview.js';
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

function bounded(value, fallback, max) {
  const n = Number.parseInt(value ?? fallback, 10);
  return Number.isInteger(n) && n >= 1 && n <= max ? n : fallback;
}

router.get('/:id', ownDocument, (ctx) => {
  const { id, title, pages, uploadedAt } = ctx.state.doc;
  ctx.body = { id, title, pages, uploadedAt };
});

router.get('/:id/preview', ownDocument, async (ctx) => {
  const page = bounded(ctx.query.page, 1, ctx.state.doc.pages);
  const width = bounded(ctx.query.width, 800, 2000);
  ctx.body = await renderPage(ctx.state.doc.storagePath, { page, width });
  ctx.type = 'image/png';
  ctx.set('Cache-Control', 'private, max-age=300');
});
