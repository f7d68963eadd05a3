import express from 'express';
import { rateLimit } from 'express-rate-limit';
import { randomBytes, scrypt } from 'node:crypto';
import { promisify } from 'node:util';
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

const derive = promisify(scrypt);

async function hashPassword(password) {
  const salt = randomBytes(16);
  const digest = await derive(password, salt, 64, { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 });
  return `${salt.toString('hex')}$${digest.toString('hex')}`;
}

registration.post(
  '/register',
  rateLimit({ windowMs: 60_000, limit: 5 }),
  express.json({ limit: '5kb' }),
  async (req, res, next) => {
    const fields = problems(req.body);
    if (fields.length > 0) return res.status(422).json({ fields });
    try {
      const { email, displayName, password } = req.body;
      const account = await accounts.create({ email, displayName, passwordHash: await hashPassword(password) });
      await sendVerification(account);
    } catch (err) {
      // A known address gets the same answer, so that nobody can try addresses.
      if (err.name !== 'SequelizeUniqueConstraintError') return next(err);
    }
    res.status(202).json({ status: 'check your mail' });
  },
);
