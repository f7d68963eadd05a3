import { createHmac } from 'node:crypto';
import type { NextApiRequest, NextApiResponse } from 'next';
import getRawBody from 'raw-body';
import { pagePath } from '@/lib/cms';

export const config = { api: { bodyParser: false } };

function isSigned(body: Buffer, signature: string): boolean {
  const expected = createHmac('sha256', process.env.CMS_WEBHOOK_SECRET!).update(body).digest('hex');
  return signature === `sha256=${expected}`;
}

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  if (req.method !== 'POST') return res.status(405).end();

  const body = await getRawBody(req, { limit: '64kb' });
  const signature = req.headers['x-cms-signature'];
  if (typeof signature !== 'string' || !isSigned(body, signature)) return res.status(401).end();

  const { kind, slug } = JSON.parse(body.toString('utf8'));
  const path = pagePath(String(kind), String(slug));
  if (!path) return res.status(422).end();

  await res.revalidate(path);
  return res.json({ revalidated: path });
}
