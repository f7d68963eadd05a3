const { escape, layout } = require('../lib/html');
const subscriptions = require('../subscriptions');

const hero = (name) =>
  [
    '<section class="hero">',
    '<img src="/img/wave.svg" alt="">',
    `<p class="lead">We will miss you, ${escape(name)}.</p>`,
    '<p>It can take a day until the last mail is out.</p>',
    '</section>',
  ].join('\n');

// GET /unsubscribe?email=...&list=...   (asks; the POST below does it)
async function show(req, res) {
  const { email } = req.query;
  if (!email) {
    return res.redirect('/');
  }
  res.type('html').send(layout('Unsubscribe', hero(email)));
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
