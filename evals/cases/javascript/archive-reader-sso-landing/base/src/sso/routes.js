const express = require('express');
const passport = require('passport');
const { localPath } = require('./local-path');

const sso = express.Router();

sso.get('/login', passport.authenticate('saml', { failureRedirect: '/sorry' }));

sso.post(
  '/acs',
  express.urlencoded({ extended: false }),
  passport.authenticate('saml', { failureRedirect: '/sorry' }),
  (req, res) => {
    // RelayState holds the page the reader came from
    res.redirect(303, localPath(req.body.RelayState));
  },
);

sso.post('/logout', (req, res, next) => {
  req.logout((err) => {
    if (err) return next(err);
    res.redirect(303, '/');
  });
});

module.exports = sso;
