import { Router, type Request } from 'express';
import { notaries } from '../db/notaries';
import { attempts } from './attempts';
import { codeMatches } from './totp';

export const signIn = Router();

const renew = (req: Request) =>
  new Promise<void>((resolve, reject) => {
    req.session.regenerate((err) => (err ? reject(err) : resolve()));
  });

signIn.get('/', (_req, res) => res.render('sign-in', { problem: null }));

signIn.post('/', attempts, async (req, res, next) => {
  try {
    const notary = await notaries.withPassword(String(req.body.email), String(req.body.password));
    if (!notary) {
      return res.status(401).render('sign-in', { problem: 'E-mail or password are wrong' });
    }
    await renew(req);
    req.session.notaryId = notary.id;
    if (notary.totpSecret) {
      req.session.pendingId = notary.id;
      return res.redirect('/sign-in/code');
    }
    return res.redirect('/deeds');
  } catch (err) {
    return next(err);
  }
});

signIn.get('/code', (req, res) => {
  if (!req.session.pendingId) return res.redirect('/sign-in');
  return res.render('sign-in-code', { problem: null });
});

signIn.post('/code', attempts, async (req, res, next) => {
  try {
    const id = req.session.pendingId;
    if (!id) return res.redirect('/sign-in');
    const notary = await notaries.byId(id);
    if (!notary?.totpSecret || !codeMatches(notary.totpSecret, String(req.body.code))) {
      return res.status(401).render('sign-in-code', { problem: 'The code is wrong' });
    }
    await renew(req);
    req.session.notaryId = id;
    return res.redirect('/deeds');
  } catch (err) {
    return next(err);
  }
});
