import { Types } from 'mongoose';
import createError from 'http-errors';
import { treatmentService } from './service.js';

const objectId = (value) => {
  if (!Types.ObjectId.isValid(value)) throw createError(400);
  return new Types.ObjectId(value);
};

export default async function treatments(fastify) {
  const service = treatmentService();

  // sets request.stable from the session
  fastify.addHook('onRequest', fastify.stableSession);

  fastify.get('/treatments', (request) => {
    const { horse } = request.query;
    return service.list(request.stable._id, { horse: horse && objectId(horse) });
  });

  fastify.get('/treatments/:id', (request) =>
    service.get(request.stable._id, objectId(request.params.id)),
  );

  fastify.post('/treatments', async (request, reply) => {
    const { horse, drug, dose, notes } = request.body;
    const id = await service.record(request.stable._id, { horse: objectId(horse), drug, dose, notes });
    return reply.code(201).send({ id });
  });
}
