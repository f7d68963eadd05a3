const express = require('express');
const passport = require('passport');
const { Strategy: LocalStrategy } = require('passport-local');
const bcrypt = require('bcrypt');
const Member = require('../models/member');
const { loginLimiter } = require('../middleware/limits');

const router = express.Router();

passport.use(new LocalStrategy({ usernameField: 'email' }, async (email, password, done) => {
  try {
    const member = await Member.findByEmail(String(email).toLowerCase());
    const ok = member && await bcrypt.compare(password, member.passwordHash);
    return done(null, ok ? member : false);
  } catch (err) {
    return done(err);
  }
}));

passport.serializeUser((member, done) => done(null, member.id));
passport.deserializeUser((id, done) => {
  Member.findById(id).then((m) => done(null, m || false), done);
});

router.get('/login', (req, res) => {
  res.render('login', { failed: req.query.failed === '1' });
});

router.post('/login', loginLimiter, passport.authenticate('local', {
  successRedirect: '/members',
  failureRedirect: '/login?failed=1',
}));
