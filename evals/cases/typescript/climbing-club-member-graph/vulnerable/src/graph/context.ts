import DataLoader from 'dataloader';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { MembersRepo } from '../repo/members';
import { contactsOfMembers } from '../repo/contacts';

/** Runs for every operation; `requireViewer` answers 401 itself. */
export async function buildContext(request: FastifyRequest, _reply: FastifyReply) {
  const { pg } = request.server;
  const viewer = await request.requireViewer();
  const members = new MembersRepo(pg);
  return {
    viewer,
    members,
    loaders: {
      member: new DataLoader((ids: readonly string[]) => members.byIds(ids)),
      emergencyContacts: new DataLoader((ids: readonly string[]) => contactsOfMembers(pg, ids)),
    },
  };
}
