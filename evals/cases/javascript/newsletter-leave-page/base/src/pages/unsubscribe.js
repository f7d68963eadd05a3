const { escape, layout } = require('../lib/html');
const subscriptions = require('../subscriptions');

// GET /unsubscribe?email=...&list=...   (asks; the POST below does it)
async function show(req, res) {
  const { email } = req.query;
  if (!email) {
    return res.redirect('/');
  }
  res.type('html').send(layout('Unsubscribe', `<p>Goodbye ${escape(email)}.</p>`));
}

async function confirm(req, res, next) {
  try {
    await subscriptions.remove(req.body.token);
    res.redirect(303, '/unsubscribed');
  } catch (err) {
    next(err);
  }
}

module.exports = { show, confirm };
