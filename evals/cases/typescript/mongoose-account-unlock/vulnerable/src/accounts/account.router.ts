import { Router } from 'express';
import { requireSession } from '../http/require-session';
import { AccountStore, type UnlockCriteria } from './account.store';

export function accountRouter(accounts: AccountStore): Router {
  const router = Router();

  router.get('/me', requireSession, async (req, res) => {
    const account = await accounts.findById(req.session.accountId!);
    res.json({ email: account?.email, locked: account?.locked });
  });

  router.post('/unlock', async (req, res) => {
    const { email, token } = req.body as UnlockCriteria;
    if (!email || !token) {
      res.status(400).json({ error: 'email and token are required' });
      return;
    }
    const account = await accounts.findLocked({ email, token });
    if (!account) {
      res.status(404).json({ error: 'link is no longer valid' });
      return;
    }
    account.locked = false;
    account.failedAttempts = 0;
    account.unlockToken = undefined;
    await accounts.save(account);
    res.status(204).end();
  });

  return router;
}
