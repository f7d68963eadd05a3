'use strict';

const Joi = require('joi');
const Boom = require('@hapi/boom');
const { toCsv } = require('../csv');

const ADMIN = { strategy: 'session', access: { scope: ['admin'] } };

// every signed-in writer may be counted, but the list itself is for admins
const countReaders = async (request) => {
    const { total, confirmed } = await request.server.app.readers.count();
    return { total, confirmed };
};

const listReaders = async (request) => {
    const { page } = request.query;
    return request.server.app.readers.page(page, 50);
};

const removeReader = async (request, h) => {
    const removed = await request.server.app.readers.remove(request.params.id);
    if (!removed) {
        throw Boom.notFound();
    }
    return h.response().code(204);
};

const exportReaders = async (request, h) => {
    const rows = await request.server.app.readers.all(['email', 'name', 'confirmedAt']);
    return h
        .response(toCsv(rows))
        .type('text/csv')
        .header('content-disposition', 'attachment; filename="readers.csv"');
};

exports.plugin = {
    name: 'readers',
    register(server) {
        server.route([
            {
                method: 'GET',
                path: '/readers/count',
                options: { auth: 'session' },
                handler: countReaders
            },
            {
                method: 'GET',
                path: '/readers',
                options: { auth: ADMIN, validate: { query: Joi.object({ page: Joi.number().integer().min(1).default(1) }) } },
                handler: listReaders
            },
            {
                method: 'GET',
                path: '/readers/export',
                options: { auth: ADMIN },
                handler: exportReaders
            },
            {
                method: 'DELETE',
                path: '/readers/{id}',
                options: { auth: ADMIN, validate: { params: Joi.object({ id: Joi.number().integer() }) } },
                handler: removeReader
            }
        ]);
    }
};
