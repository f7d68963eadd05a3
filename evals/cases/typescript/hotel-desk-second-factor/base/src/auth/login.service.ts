import { verify as verifyPassword } from '@node-rs/argon2';
import type { AccountStore } from '../accounts/account.store';
import type { Lockout } from './lockout';
import type { SessionStore } from './session.store';
import type { Totp } from './totp';

export class LoginFailed extends Error {}

export class LoginService {
  constructor(
    private readonly accounts: AccountStore,
    private readonly sessions: SessionStore,
    private readonly totp: Totp,
    private readonly lockout: Lockout,
  ) {}

  async password(email: string, password: string): Promise<{ session?: string; pending?: string }> {
    await this.lockout.check(email);
    const account = await this.accounts.byEmail(email);
    if (!account || !(await verifyPassword(account.passwordHash, password))) {
      await this.lockout.count(email);
      throw new LoginFailed();
    }
    if (account.totpSecret) {
      return { pending: await this.sessions.startPending(account.id) };
    }
    return { session: await this.sessions.start(account.id) };
  }

  async secondFactor(pending: string, code: string): Promise<string> {
    const account = await this.sessions.takePending(pending);
    if (!account?.totpSecret || !this.totp.verify(account.totpSecret, code)) {
      throw new LoginFailed();
    }
    return this.sessions.start(account.id);
  }
}
