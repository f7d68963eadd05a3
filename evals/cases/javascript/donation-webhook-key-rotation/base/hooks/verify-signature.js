'use strict';

const crypto = require('node:crypto');

const HEADER = 'x-givebridge-signature';

const sign = (key, body) => crypto.createHmac('sha256', key).update(body).digest();
const same = (a, b) => a.length === b.length && crypto.timingSafeEqual(a, b);

/** Lets a notification pass if the provider has signed it. */
module.exports = function verifySignature(key) {
  if (!key) {
    throw new Error('no signing key is configured');
  }

  return function (req, res, next) {
    const given = Buffer.from(String(req.get(HEADER) || ''), 'hex');
    const known = same(sign(key, req.rawBody), given);
    if (!known) {
      return res.status(401).end();
    }
    next();
  };
};
