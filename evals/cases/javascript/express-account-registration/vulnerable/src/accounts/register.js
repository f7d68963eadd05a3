import express from 'express';
import { rateLimit } from 'express-rate-limit';
import { createHash, randomBytes } from 'node:crypto';
import { sendVerification } from '../mail/verification.js';
import { Account as accounts } from './account-model.js';

export const registration = express.Router();

const EMAIL = /^[^\s@]{1,64}@[^\s@]{1,189}$/;
const MIN_LENGTH = 12;
const MAX_LENGTH = 200;

const isText = (value, min, max) => typeof value === 'string' && value.length >= min && value.length <= max;

function problems({ email, displayName, password }) {
  const found = [];
  if (!isText(email, 3, 254) || !EMAIL.test(email)) found.push('email');
  if (!isText(displayName, 1, 80)) found.push('displayName');
  if (!isText(password, MIN_LENGTH, MAX_LENGTH)) found.push('password');
  return found;
}

function hashPassword(password) {
  const salt = randomBytes(16).toString('hex');
  const digest = createHash('sha256').update(salt + password).digest('hex');
  return `${salt}$${digest}`;
}

registration.post(
  '/register',
  rateLimit({ windowMs: 60_000, limit: 5 }),
  express.json({ limit: '5kb' }),
  async (req, res, next) => {
    const fields = problems(req.body);
    if (fields.length > 0) return res.status(422).json({ fields });
    try {
      const { password, ...profile } = req.body;
      const account = await accounts.create({ ...profile, passwordHash: hashPassword(password) });
      await sendVerification(account);
    } catch (err) {
      // A known address gets the same answer, so that nobody can try addresses.
      if (err.name !== 'SequelizeUniqueConstraintError') return next(err);
    }
    res.status(202).json({ status: 'check your mail' });
  },
);
