const express = require('express');
const rateLimit = require('express-rate-limit');
const accounts = require('../accounts');
const audit = require('../audit');
const logger = require('../logger');

const router = express.Router();

const limiter = rateLimit({ windowMs: 15 * 60 * 1000, max: 20 });

router.post('/login', limiter, express.json({ limit: '2kb' }), async (req, res, next) => {
  try {
    const username = String(req.body.username || '').slice(0, 254);
    const password = String(req.body.password || '').slice(0, 200);

    const account = await accounts.verify(username, password);
    if (!account) {
      audit.loginFailed(username, req.ip);
      logger.warn('login failed', { ip: req.ip, agent: req.get('user-agent') });
      return res.status(401).json({ error: 'Unknown user or wrong password' });
    }

    req.session.regenerate((err) => {
      if (err) return next(err);
      req.session.accountId = account.id;
      res.json({ name: account.name });
    });
  } catch (err) {
    next(err);
  }
});

module.exports = router;
