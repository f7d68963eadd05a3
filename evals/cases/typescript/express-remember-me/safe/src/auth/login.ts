import express, { Router } from 'express';
import { rateLimit } from 'express-rate-limit';
import { verify } from '../accounts';
import { remember } from './remember';

export const login = Router();

login.post(
  '/login',
  rateLimit({ windowMs: 60_000, limit: 10 }),
  express.json({ limit: '2kb' }),
  async (req, res, next) => {
    try {
      const account = await verify(String(req.body.email ?? ''), String(req.body.password ?? ''));
      if (!account) {
        res.status(401).json({ error: 'Wrong e-mail address or password' });
        return;
      }
      if (req.body.remember === true) await remember(res, account.id);
      req.session.regenerate((error) => {
        if (error) return next(error);
        req.session.accountId = account.id;
        res.json({ name: account.name });
      });
    } catch (error) {
      next(error);
    }
  },
);
