'use strict';

const { randomUUID } = require('crypto');
const log = require('../log').child({ module: 'api' });

class ApiError extends Error {
  constructor(status, code, publicText) {
    super(publicText);
    this.status = status;
    this.code = code;
    this.publicText = publicText;
  }
}

const notFound = (what) => new ApiError(404, 'not_found', `${what} does not exist`);
const invalid = (text) => new ApiError(422, 'invalid', text);

function missingRoute(req, res) {
  res.status(404).json({ code: 'no_route' });
}

// eslint-disable-next-line no-unused-vars
function errorHandler(err, req, res, next) {
  if (err instanceof ApiError) {
    res.status(err.status).json({ code: err.code, message: err.publicText });
    return;
  }
  const reference = randomUUID();
  log.error({ err, reference }, 'request failed');
  res.status(500).json({
    code: 'internal',
    message: 'Something went wrong on our side',
    detail: [`Reference ${reference}`],
  });
}

module.exports = { ApiError, notFound, invalid, missingRoute, errorHandler };
