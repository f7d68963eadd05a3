const bcrypt = require('bcrypt');
const accounts = require('../models/accounts');

const DUMMY_HASH = bcrypt.hashSync(require('crypto').randomBytes(16).toString('hex'), 12);

exports.showForm = function showForm(req, res) {
  res.render('session/new', { csrfToken: req.csrfToken(), error: null });
};

exports.create = async function create(req, res, next) {
  try {
    const email = String(req.body.email || '').trim().toLowerCase();
    const account = await accounts.byEmail(email);
    const ok = await bcrypt.compare(String(req.body.password || ''), account ? account.hash : DUMMY_HASH);
    if (!account || !ok) {
      return res.status(401).render('session/new', { csrfToken: req.csrfToken(), error: 'Wrong e-mail or password' });
    }
    req.session.regenerate((err) => {
      if (err) return next(err);
      req.session.accountId = account.id;
      res.redirect('/dashboard');
    });
  } catch (err) {
    next(err);
  }
};

exports.destroy = function destroy(req, res, next) {
  req.session.destroy((err) => (err ? next(err) : res.redirect('/')));
};
