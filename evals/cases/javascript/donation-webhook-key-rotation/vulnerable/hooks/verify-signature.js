'use strict';

const crypto = require('node:crypto');

const HEADER = 'x-givebridge-signature';

const sign = (key, body) => crypto.createHmac('sha256', key).update(body).digest('hex');

/**
 * Lets a notification pass if one of the keys has signed it. There are two of
 * them in the weeks in which the provider changes from one to the other.
 */
module.exports = function verifySignature(keys) {
  if (keys.length === 0) {
    throw new Error('no signing key is configured');
  }

  return function (req, res, next) {
    const given = String(req.get(HEADER) || '');
    const known = keys.some((key) => sign(key, req.rawBody) === given);
    if (!known) {
      return res.status(401).end();
    }
    next();
  };
};
