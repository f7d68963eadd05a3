'use strict';

const Joi = require('joi');
const { AccessionStore } = require('../lib/accession-store');

exports.plugin = {
  name: 'accessions',
  dependencies: ['session-auth'],
  register(server, { knex }) {
    const store = new AccessionStore(knex);

    server.route({
      method: 'GET',
      path: '/accessions/latest',
      options: { auth: 'session' },
      handler: (request) => store.latest(request.auth.credentials.collectionId),
    });

    server.route({
      method: 'GET',
      path: '/accessions/taxon/{taxon}',
      options: {
        auth: 'session',
        validate: { params: Joi.object({ taxon: Joi.string().max(120).required() }) },
      },
      handler: (request) =>
        store.byTaxon(request.auth.credentials.collectionId, request.params.taxon),
    });

    server.route({
      method: 'GET',
      path: '/accessions/traits',
      options: {
        auth: 'session',
        validate: {
          query: Joi.object({
            trait: Joi.array().items(Joi.string().max(60)).single().min(1).max(10).required(),
          }),
        },
      },
      handler: (request) =>
        store.byTraits(request.auth.credentials.collectionId, request.query.trait),
    });
  },
};
