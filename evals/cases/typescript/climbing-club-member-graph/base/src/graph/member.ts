import type { IResolvers, MercuriusContext } from 'mercurius';

export interface MemberRow {
  id: string;
  nickname: string;
  joinedOn: string;
  email: string;
}

export const memberSchema = /* GraphQL */ `
  type Member {
    id: ID!
    nickname: String!
    joinedOn: String!
    "Only for the member and for trip leaders"
    email: String
  }

  extend type Query {
    me: Member
    members(search: String): [Member!]!
  }
`;

function mayContact(member: MemberRow, { viewer }: MercuriusContext): boolean {
  return viewer.id === member.id || viewer.tripLeader;
}

export const memberResolvers: IResolvers = {
  Query: {
    me: (_root, _args, ctx) => ctx.members.byId(ctx.viewer.id),
    members: (_root, { search }, ctx) => ctx.members.search(search ?? '', 50),
  },
  Member: {
    email: (member: MemberRow, _args, ctx) => (mayContact(member, ctx) ? member.email : null),
  },
};
