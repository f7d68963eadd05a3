import type { NextFunction, Request, Response } from 'express';
import { randomBytes } from 'node:crypto';
import type { GitLabClient } from './gitlab-client';
import type { AccountService } from '../accounts/account.service';

interface Flow {
  state: string;
  verifier: string;
}

declare module 'express-session' {
  interface SessionData {
    flow?: Flow;
    accountId?: string;
  }
}

export class OAuthController {
  constructor(
    private readonly gitlab: GitLabClient,
    private readonly accounts: AccountService,
  ) {}

  start = (req: Request, res: Response): void => {
    const flow: Flow = {
      state: randomBytes(16).toString('hex'),
      verifier: randomBytes(32).toString('base64url'),
    };
    req.session.flow = flow;
    res.redirect(this.gitlab.authorizeUrl(flow.state, flow.verifier));
  };

  callback = async (req: Request, res: Response, next: NextFunction): Promise<void> => {
    const { flow } = req.session;
    if (!flow || req.query.state !== flow.state || typeof req.query.code !== 'string') {
      res.status(400).render('oauth-failed');
      return;
    }
    try {
      const profile = await this.gitlab.profile(req.query.code, flow.verifier);
      const account = await this.accounts.byGitLabId(profile.id, profile.name);
      req.session.regenerate((err) => {
        if (err) return next(err);
        req.session.accountId = account.id;
        res.redirect('/');
      });
    } catch (err) {
      next(err);
    }
  };
}
