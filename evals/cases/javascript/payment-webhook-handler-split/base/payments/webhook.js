const express = require('express');
const Stripe = require('stripe');
const subscriptions = require('../models/subscriptions');

const stripe = new Stripe(process.env.STRIPE_API_KEY);
const router = express.Router();

router.post('/webhooks/stripe', express.raw({ type: 'application/json' }), async (req, res) => {
  let event;
  try {
    event = stripe.webhooks.constructEvent(req.body, req.get('stripe-signature'), process.env.STRIPE_WEBHOOK_SECRET);
  } catch (err) {
    return res.status(400).send('bad signature');
  }

  switch (event.type) {
    case 'invoice.paid':
      await subscriptions.extend(event.data.object.customer, event.data.object.period_end);
      break;
    case 'customer.subscription.deleted':
      await subscriptions.cancel(event.data.object.customer);
      break;
    default:
  }
  res.json({ received: true });
});

module.exports = router;
