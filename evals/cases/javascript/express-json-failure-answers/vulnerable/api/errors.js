'use strict';

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
  log.error({ err }, 'request failed');
  res.status(500).json({
    code: 'internal',
    message: err.message,
    detail: err.stack.split('\n').slice(0, 12),
  });
}

module.exports = { ApiError, notFound, invalid, missingRoute, errorHandler };
