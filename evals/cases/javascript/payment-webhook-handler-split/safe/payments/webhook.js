const express = require('express');
const Stripe = require('stripe');
const handlers = require('./events');
const log = require('../log');

const stripe = new Stripe(process.env.STRIPE_API_KEY);
const router = express.Router();

router.post('/webhooks/stripe', express.raw({ type: 'application/json' }), async (req, res) => {
  let event;
  try {
    event = stripe.webhooks.constructEvent(req.body, req.get('stripe-signature'), process.env.STRIPE_WEBHOOK_SECRET);
  } catch (err) {
    return res.status(400).send('bad signature');
  }

  const handle = handlers.get(event.type);
  if (handle) {
    try {
      await handle(event.data.object);
    } catch (err) {
      log.error({ err, type: event.type, id: event.id }, 'payment event failed');
      return res.sendStatus(500);
    }
  }
  res.json({ received: true });
});

module.exports = router;
