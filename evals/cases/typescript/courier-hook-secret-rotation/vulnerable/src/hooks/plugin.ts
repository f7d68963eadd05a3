import type { FastifyPluginAsync } from 'fastify';
import { SignatureVerifier } from './signature';
import { parcelEvents } from '../parcels/events';

interface Options {
  secrets: string[];
}

export const courierHooks: FastifyPluginAsync<Options> = async (app, options) => {
  const verifier = new SignatureVerifier(options.secrets);

  app.addContentTypeParser('application/json', { parseAs: 'buffer', bodyLimit: 65_536 }, (_req, body, done) =>
    done(null, body),
  );

  app.post<{ Body: Buffer }>('/hooks/courier', async (request, reply) => {
    const header = request.headers['x-parcel-signature'];
    if (Array.isArray(header) || !verifier.verify(request.body, header)) {
      return reply.code(401).send();
    }
    parcelEvents.emit('update', JSON.parse(request.body.toString('utf8')));
    return reply.code(204).send();
  });
};
