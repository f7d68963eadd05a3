import express from 'express';
import Joi from 'joi';
import { rateLimit } from 'express-rate-limit';
import { randomBytes } from 'node:crypto';

const NewTicket = Joi.object({
  email: Joi.string().email().required(),
  subject: Joi.string().max(200).required(),
  text: Joi.string().max(20000).required(),
});

export function ticketRoutes(db, mailer) {
  const tickets = db.collection('tickets');
  const router = express.Router();

  router.use(express.json({ limit: '64kb' }));
  router.use(rateLimit({ windowMs: 60_000, limit: 20 }));

  router.post('/tickets', async (req, res, next) => {
    try {
      const { error, value } = NewTicket.validate(req.body, { stripUnknown: true });
      if (error) return res.status(422).json({ error: 'invalid ticket' });
      const token = randomBytes(24).toString('base64url');
      const { insertedId } = await tickets.insertOne({ ...value, token, status: 'open', replies: [] });
      await mailer.ticketOpened(value.email, insertedId, token);
      res.status(201).json({ id: insertedId });
    } catch (err) {
      next(err);
    }
  });

  router.post('/tickets/lookup', async (req, res, next) => {
    try {
      const { email, token } = req.body;
      if (!email || !token) return res.status(422).json({ error: 'email and token are needed' });

      const ticket = await tickets.findOne(
        { email, token },
        { projection: { token: 0, 'replies.internal': 0 } },
      );
      if (!ticket) return res.sendStatus(404);
      res.json(ticket);
    } catch (err) {
      next(err);
    }
  });

  return router;
}
