import type { FastifyInstance } from 'fastify';

import { requireCustomer } from '../auth/hooks';
import { baskets } from '../baskets/repository';
import { shopLink } from './links';

interface HandoverQuery {
  campaign?: string;
}

export async function handoverRoutes(app: FastifyInstance): Promise<void> {
  app.addHook('preHandler', requireCustomer);

  app.get('/basket', async (request) => {
    const basket = await baskets.ofCustomer(request.customer.id);
    return { items: basket.items, total: basket.total };
  });

  app.get<{ Querystring: HandoverQuery }>('/handover', async (request, reply) => {
    const { campaign = 'none' } = request.query;
    const basket = await baskets.ofCustomer(request.customer.id);
    if (basket.items.length === 0) {
      return reply.redirect(shopLink('basket'));
    }
    await baskets.noteHandover(basket.id, campaign);
    return reply.redirect(shopLink('checkout'));
  });
}
