import type { NextApiRequest, NextApiResponse } from 'next';
import { getSession } from '@/lib/session';

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  const session = await getSession(req, res);
  if (!session?.isEditor) return res.status(403).end();
  res.setDraftMode({ enable: true });
  res.redirect('/');
}
