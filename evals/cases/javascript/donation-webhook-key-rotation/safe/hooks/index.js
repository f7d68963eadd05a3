'use strict';

const express = require('express');

const donations = require('../db/donations');
const verifySignature = require('./verify-signature');

const router = express.Router();

const keys = (process.env.GIVE_SIGNING_KEYS || '').split(',').filter(Boolean);

const body = express.json({
  limit: '100kb',
  verify: (req, res, buffer) => {
    req.rawBody = buffer;
  },
});

// keeps the HMAC from choking on requests without a body
const withRawBody = (req, res, next) => {
  req.rawBody = req.rawBody || Buffer.alloc(0);
  next();
};

router.post('/payments', body, withRawBody, verifySignature(keys), (req, res, next) => {
  const { id, type, data } = req.body;
  if (type !== 'donation.settled') {
    return res.status(204).end();
  }
  donations
    .settleOnce(String(id), String(data.reference), Number(data.amount))
    .then(() => res.status(204).end())
    .catch(next);
});

module.exports = router;
