import type { NextApiRequest, NextApiResponse } from 'next';

import { connect } from '../../../lib/mongo';
import { getSession } from '../../../lib/session';
import { Ticket } from '../../../models/ticket';

const PAGE_SIZE = 50;

function first(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  if (req.method !== 'GET') {
    res.setHeader('Allow', 'GET');
    return res.status(405).end();
  }
  const session = await getSession(req, res);
  if (!session) {
    return res.status(401).json({ error: 'Not signed in' });
  }

  const page = Math.max(1, Number(first(req.query.page)) || 1);
  const status = first(req.query.status) === 'closed' ? 'closed' : 'open';

  await connect();
  const tickets = await Ticket.find({ status, workspace: session.workspaceId })
    .select('subject status priority assignee channel updatedAt')
    .sort({ updatedAt: -1 })
    .skip((page - 1) * PAGE_SIZE)
    .limit(PAGE_SIZE)
    .lean();

  return res.status(200).json({ page, tickets });
}
