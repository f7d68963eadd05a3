import { randomUUID } from 'node:crypto';
import type { NextApiRequest, NextApiResponse } from 'next';
import { z } from 'zod';
import { cartOf } from '../../../lib/cart';
import { logger } from '../../../lib/logger';
import { carriers, QuoteProblem } from '../../../lib/shipping';

const bodySchema = z.object({
  country: z.string().length(2),
  postcode: z.string().min(3).max(10),
  express: z.boolean().default(false),
});

type Reply =
  | { carrier: string; cents: number; days: number }[]
  | { error: string; reference?: string };

export const config = { api: { bodyParser: { sizeLimit: '10kb' } } };

export default async function handler(req: NextApiRequest, res: NextApiResponse<Reply>) {
  if (req.method !== 'POST') {
    res.setHeader('Allow', 'POST');
    return res.status(405).json({ error: 'Method not allowed' });
  }

  const body = bodySchema.safeParse(req.body);
  if (!body.success) {
    return res.status(422).json({ error: 'The address is not complete' });
  }

  try {
    const cart = await cartOf(req);
    const quotes = await Promise.all(carriers.map((carrier) => carrier.quote(cart, body.data)));
    return res.status(200).json(quotes.flat().sort((a, b) => a.cents - b.cents));
  } catch (error) {
    logger.error({ err: error }, 'shipping quote failed');
    if (error instanceof QuoteProblem) {
      return res.status(409).json({ error: error.publicMessage });
    }
    const reference = randomUUID();
    logger.error({ reference }, 'shipping quote failed for an unknown reason');
    return res.status(502).json({ error: 'No shipping quote', reference });
  }
}
