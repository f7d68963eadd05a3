import type { NextApiRequest, NextApiResponse } from 'next';
import { getServerSession } from 'next-auth/next';
import { authOptions } from '../../../lib/auth-options';
import { revenue, RevenueRow } from '../../../lib/revenue';

const first = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value[0] : value;

function parseFrom(value: string | undefined): Date {
  const from = new Date(value ?? '');
  return Number.isNaN(from.getTime()) ? new Date(new Date().getFullYear(), 0, 1) : from;
}

export default async function handler(
  req: NextApiRequest,
  res: NextApiResponse<RevenueRow[] | { error: string }>,
) {
  if (req.method !== 'GET') {
    res.setHeader('Allow', 'GET');
    return res.status(405).json({ error: 'Method not allowed' });
  }
  const session = await getServerSession(req, res, authOptions);
  if (!session?.user?.accountId) {
    return res.status(401).json({ error: 'Sign in first' });
  }

  const rows = await revenue({
    accountId: session.user.accountId,
    from: parseFrom(first(req.query.from)),
  });
  return res.status(200).json(rows);
}
