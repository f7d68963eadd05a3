import { prisma } from '../db';
import { HttpError } from '../errors';

export type Role = 'viewer' | 'editor' | 'owner';
const RANK: Record<Role, number> = { viewer: 0, editor: 1, owner: 2 };

export async function requireRole(benchId: string, userId: string, atLeast: Role): Promise<void> {
  const membership = await prisma.benchMember.findUnique({
    where: { benchId_userId: { benchId, userId } },
  });
  if (!membership || RANK[membership.role as Role] < RANK[atLeast]) {
    throw new HttpError(404, 'No such bench');
  }
}
