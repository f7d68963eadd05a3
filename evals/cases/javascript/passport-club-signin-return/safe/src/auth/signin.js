const { Router } = require('express');
const passport = require('passport');
const rateLimit = require('express-rate-limit');
const landingPage = require('./landing');

const router = Router();

router.get('/signin', (req, res) => {
  if (req.isAuthenticated()) return res.redirect('/clubhouse');
  return res.render('signin', { to: req.query.to || '' });
});

router.post('/signin', rateLimit({ windowMs: 60_000, limit: 10 }), (req, res, next) => {
  passport.authenticate('local', (err, member) => {
    if (err) return next(err);
    if (!member) return res.status(401).render('signin', { to: req.body.to, failed: true });

    return req.logIn(member, (loginError) => {
      if (loginError) return next(loginError);
      const landing = landingPage(req.body.to);
      req.log.info({ member: member.id }, 'signed in');
      return res.redirect(landing);
    });
  })(req, res, next);
});

module.exports = router;
