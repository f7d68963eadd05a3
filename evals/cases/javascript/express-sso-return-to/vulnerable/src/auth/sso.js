import express from 'express';
import { generators } from 'openid-client';
import { client, CALLBACK } from './oidc-client.js';
import { findOrCreate } from '../accounts.js';

export const sso = express.Router();

sso.get('/login', (req, res) => {
  const state = generators.state();
  const verifier = generators.codeVerifier();
  req.session.sso = { state, verifier };
  req.session.returnTo = req.query.returnTo;

  res.redirect(
    client.authorizationUrl({
      scope: 'openid email profile',
      state,
      code_challenge: generators.codeChallenge(verifier),
      code_challenge_method: 'S256',
    }),
  );
});

sso.get('/callback', async (req, res, next) => {
  try {
    const { state, verifier } = req.session.sso ?? {};
    if (!state) return res.redirect('/auth/login');
    const tokens = await client.callback(CALLBACK, client.callbackParams(req), { state, code_verifier: verifier });
    const account = await findOrCreate(tokens.claims());
    const { returnTo } = req.session;

    req.session.regenerate((err) => {
      if (err) return next(err);
      req.session.accountId = account.id;
      res.redirect(returnTo ?? '/');
    });
  } catch (err) {
    next(err);
  }
});
