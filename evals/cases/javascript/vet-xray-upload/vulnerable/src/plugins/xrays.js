'use strict';

const Boom = require('@hapi/boom');
const Fs = require('fs');
const Path = require('path');
const { pipeline } = require('stream/promises');

const EXTENSIONS = new Set(['.dcm', '.jpg', '.png']);

exports.plugin = {
  name: 'xrays',
  register(server, { storage, patients }) {
    server.route({
      method: 'POST',
      path: '/patients/{id}/xrays',
      options: {
        auth: { strategy: 'session', scope: ['vet'] },
        payload: { output: 'stream', multipart: { output: 'stream' }, maxBytes: 64 * 1024 * 1024 },
      },
      async handler(request, h) {
        const patient = await patients.get(request.params.id, request.auth.credentials.practiceId);
        if (!patient) {
          throw Boom.notFound();
        }

        const { file } = request.payload;
        const name = file.hapi.filename.normalize('NFC');
        const extension = Path.extname(name).toLowerCase();
        if (!EXTENSIONS.has(extension)) {
          throw Boom.unsupportedMediaType();
        }

        const folder = Path.join(storage, String(patient.id));
        await Fs.promises.mkdir(folder, { recursive: true });
        // same name as on the practice's machine, so that people find it again
        const target = Path.join(folder, name);
        await pipeline(file, Fs.createWriteStream(target, { flags: 'wx' }));
        await patients.addXray(patient.id, Path.basename(target));
        return h.response({ stored: true }).code(201);
      },
    });
  },
};
