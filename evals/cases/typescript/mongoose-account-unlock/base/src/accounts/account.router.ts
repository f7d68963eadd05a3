import { Router } from 'express';
import { requireSession } from '../http/require-session';
import { AccountStore } from './account.store';

export function accountRouter(accounts: AccountStore): Router {
  const router = Router();

  router.get('/me', requireSession, async (req, res) => {
    const account = await accounts.findById(req.session.accountId!);
    res.json({ email: account?.email, locked: account?.locked });
  });

  return router;
}
