'use strict';

const Joi = require('joi');
const Sheets = require('./sheets');

// the choir id comes from the session, never from the address
const choirOf = (request) => request.auth.credentials.choirId;

module.exports = [
    {
        method: 'GET',
        path: '/sheets',
        options: { auth: 'session' },
        handler: (request) => Sheets.list(choirOf(request))
    },
    {
        method: 'GET',
        path: '/sheets/file',
        options: {
            auth: 'session',
            validate: { query: Joi.object({ name: Joi.string().max(255).required() }) }
        },
        handler: async (request, h) => {

            const body = await Sheets.read(choirOf(request), request.query.name);
            return h.response(body).type('application/pdf');
        }
    }
];
