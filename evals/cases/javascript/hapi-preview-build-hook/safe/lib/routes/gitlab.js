'use strict';

const Joi = require('joi');

const payload = Joi.object({
    object_kind: Joi.string().required(),
    ref: Joi.string(),
    object_attributes: Joi.object({
        iid: Joi.number().integer(),
        source_branch: Joi.string().max(200),
        action: Joi.string()
    }).unknown()
}).unknown();

exports.routes = (builder) => [{
    method: 'POST',
    path: '/hooks/gitlab',
    options: { auth: 'gitlab-token', validate: { payload } },
    handler(request, h) {

        const { object_kind: kind, ref, object_attributes: mr } = request.payload;

        if (kind === 'push' && ref === 'refs/heads/main') {
            builder.main().catch((err) => request.log('error', err));
        }
        else if (kind === 'merge_request' && mr?.action !== 'close') {
            builder.preview({ iid: mr.iid, branch: mr.source_branch }).catch((err) => request.log('error', err));
        }

        return h.response().code(202);
    }
}];
