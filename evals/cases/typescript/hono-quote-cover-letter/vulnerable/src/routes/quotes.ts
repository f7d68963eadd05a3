import { Hono } from 'hono';
import { zValidator } from '@hono/zod-validator';
import { z } from 'zod';
import { renderQuoteLetter } from '../documents/quote-letter';
import { requireSeller, type SellerEnv } from '../middleware/require-seller';
import { quotes } from '../stores/quotes';

const letterBody = z.object({
  format: z.literal('html'),
  coverText: z.string().max(4000).default(''),
});

export const quoteRoutes = new Hono<SellerEnv>()
  .use(requireSeller)
  .post('/:id/letter', zValidator('json', letterBody), async (c) => {
    const quote = await quotes.findForSeller(c.req.param('id'), c.var.seller.id);
    if (!quote) return c.notFound();
    const { coverText } = c.req.valid('json');
    return c.html(renderQuoteLetter(quote, coverText));
  });
