const express = require('express');
const passport = require('passport');
const limiter = require('../middleware/login-limiter');

const router = express.Router();

router.post('/', limiter, (req, res, next) => {
  passport.authenticate('local', (err, member, info) => {
    if (err) return next(err);
    if (!member) return res.status(401).json({ error: info.message });

    // passport regenerates the session id here
    req.logIn(member, (loginErr) => {
      if (loginErr) return next(loginErr);
      res.json({ name: member.name, next: info && info.chooseFirst ? '/choose-password' : '/' });
    });
  })(req, res, next);
});

router.delete('/', (req, res, next) => {
  req.logout((err) => (err ? next(err) : res.sendStatus(204)));
});

module.exports = router;
