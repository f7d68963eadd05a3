const express = require('express');
const passport = require('passport');
const landing = require('./landing');

const sso = express.Router();

sso.get('/login', passport.authenticate('saml', { failureRedirect: '/sorry' }));

sso.post(
  '/acs',
  express.urlencoded({ extended: false }),
  passport.authenticate('saml', { failureRedirect: '/sorry' }),
  (req, res) => {
    res.redirect(303, landing(req));
  },
);

sso.post('/logout', (req, res, next) => {
  req.logout((err) => {
    if (err) return next(err);
    res.redirect(303, '/');
  });
});

module.exports = sso;
