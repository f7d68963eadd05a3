import type { FastifyInstance } from 'fastify';
import { ObjectId } from '@fastify/mongodb';
import { randomBytes } from 'node:crypto';

interface Invite {
  _id: ObjectId;
  teamId: ObjectId;
  email: string;
  code: string;
  status: 'pending' | 'accepted' | 'revoked';
}

const createSchema = {
  body: {
    type: 'object',
    required: ['email'],
    additionalProperties: false,
    properties: { email: { type: 'string', format: 'email', maxLength: 254 } },
  },
} as const;

export default async function inviteRoutes(app: FastifyInstance) {
  const invites = app.mongo.db!.collection<Invite>('invites');

  app.post<{ Body: { email: string } }>(
    '/invites',
    { schema: createSchema, preHandler: [app.authenticate, app.requireTeamOwner] },
    async (request, reply) => {
      const invite = {
        _id: new ObjectId(),
        teamId: new ObjectId(request.user.teamId),
        email: request.body.email.toLowerCase(),
        code: randomBytes(18).toString('base64url'),
        status: 'pending' as const,
      };
      await invites.insertOne(invite);
      await app.mailer.sendInvite(invite.email, invite.code);
      return reply.code(201).send({ id: invite._id });
    },
  );

  app.post<{ Body: { email: string; code: string } }>(
    '/invites/redeem',
    { preHandler: app.rateLimit({ max: 10, timeWindow: '1 minute' }) },
    async (request, reply) => {
      const { email, code } = request.body;
      const invite = await invites.findOneAndUpdate(
        { email, code, status: 'pending' },
        { $set: { status: 'accepted' } },
        { returnDocument: 'after' },
      );
      if (!invite) {
        return reply.code(404).send({ error: 'invite_not_found' });
      }
      return { signupToken: await app.issueSignupToken(invite.teamId, invite.email) };
    },
  );
}
