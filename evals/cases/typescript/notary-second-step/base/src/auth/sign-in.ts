import { Router, type Request } from 'express';
import { notaries } from '../db/notaries';
import { attempts } from './attempts';

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
    return res.redirect('/deeds');
  } catch (err) {
    return next(err);
  }
});
