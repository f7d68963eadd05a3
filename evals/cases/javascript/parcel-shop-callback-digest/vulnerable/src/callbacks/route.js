import { verifyCallback } from './verify.js';

export default async function callbacks(app) {
  app.post('/callbacks/:shopId', { config: { rawBody: true } }, async (request, reply) => {
    const shop = await app.shops.byId(request.params.shopId);
    if (!shop || !verifyCallback(request, shop.callbackSecret)) {
      return reply.code(401).send();
    }
    await app.queue.add('parcel-event', { shopId: shop.id, event: request.body });
    return reply.code(202).send();
  });
}
