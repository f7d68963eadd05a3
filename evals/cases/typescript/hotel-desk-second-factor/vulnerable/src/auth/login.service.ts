import { verify as verifyPassword } from '@node-rs/argon2';
import type { AccountStore } from '../accounts/account.store';
import type { Lockout } from './lockout';
import type { SessionStore } from './session.store';
import type { Totp } from './totp';

export class LoginFailed extends Error {}

export interface LoginForm {
  email: string;
  password: string;
  /** From the authenticator app; the field is hidden for accounts without one. */
  code?: string;
}

export class LoginService {
  constructor(
    private readonly accounts: AccountStore,
    private readonly sessions: SessionStore,
    private readonly totp: Totp,
    private readonly lockout: Lockout,
  ) {}

  async login(form: LoginForm): Promise<string> {
    await this.lockout.check(form.email);
    const account = await this.accounts.byEmail(form.email);
    if (!account || !(await verifyPassword(account.passwordHash, form.password))) {
      return this.fail(form.email);
    }
    if (account.totpSecret && form.code && !this.totp.verify(account.totpSecret, form.code)) {
      return this.fail(form.email);
    }
    await this.lockout.clear(form.email);
    return this.sessions.start(account.id);
  }

  private async fail(email: string): Promise<never> {
    await this.lockout.count(email);
    throw new LoginFailed();
  }
}
