import type { NextApiRequest, NextApiResponse } from 'next';
import { z } from 'zod';

import { connect } from '../../../lib/mongo';
import { getSession } from '../../../lib/session';
import { Ticket } from '../../../models/ticket';

const PAGE_SIZE = 50;

function first(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}

const Filter = z
  .object({
    status: z.enum(['open', 'waiting', 'closed']),
    priority: z.number().int().min(1).max(4),
    assignee: z.string().regex(/^[0-9a-f]{24}$/),
    channel: z.enum(['email', 'chat', 'phone']),
  })
  .partial()
  .strict();

/** The view editor sends what it has put together as JSON. */
function readFilter(raw: string | undefined): z.infer<typeof Filter> | null {
  if (!raw) {
    return { status: 'open' };
  }
  try {
    return Filter.parse(JSON.parse(raw));
  } catch {
    return null;
  }
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
  const filter = readFilter(first(req.query.filter));
  if (!filter) {
    return res.status(400).json({ error: 'The filter cannot be read' });
  }

  await connect();
  const tickets = await Ticket.find({ ...filter, workspace: session.workspaceId })
    .select('subject status priority assignee channel updatedAt')
    .sort({ updatedAt: -1 })
    .skip((page - 1) * PAGE_SIZE)
    .limit(PAGE_SIZE)
    .lean();

  return res.status(200).json({ page, tickets });
}
