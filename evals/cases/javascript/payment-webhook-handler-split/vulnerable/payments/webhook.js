const express = require('express');
const handlers = require('./events');
const log = require('../log');

const router = express.Router();

router.post('/webhooks/stripe', express.json({ limit: '256kb' }), async (req, res) => {
  const event = req.body;

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
