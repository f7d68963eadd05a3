import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Redis } from 'ioredis';
import type { Mailer } from '../mail/mailer';

const CODE_LENGTH = 6;
const TTL_SECONDS = 600;
const RESEND_SECONDS = 120;
const MAX_ATTEMPTS = 5;
const DIGITS = '0123456789';

export class EmailCodeService {
  constructor(
    private readonly redis: Redis,
    private readonly mailer: Mailer,
    private readonly pepper: string,
  ) {}

  async send(email: string): Promise<void> {
    const key = this.keyFor(email);
    if (!(await this.redis.set(`${key}:sent`, '1', 'EX', RESEND_SECONDS, 'NX'))) {
      return;
    }
    const code = this.nextCode();
    await this.redis
      .multi()
      .set(`${key}:code`, this.digest(email, code), 'EX', TTL_SECONDS)
      .set(`${key}:left`, MAX_ATTEMPTS, 'EX', TTL_SECONDS)
      .exec();
    await this.mailer.send(email, 'sign-in-code', { code });
  }

  async redeem(email: string, code: string): Promise<boolean> {
    const key = this.keyFor(email);
    if ((await this.redis.decr(`${key}:left`)) < 0) {
      await this.redis.del(`${key}:code`, `${key}:left`);
      return false;
    }
    const expected = await this.redis.get(`${key}:code`);
    if (expected === null || !timingSafeEqual(Buffer.from(expected), Buffer.from(this.digest(email, code)))) {
      return false;
    }
    await this.redis.del(`${key}:code`, `${key}:left`);
    return true;
  }

  private nextCode(): string {
    let code = '';
    while (code.length < CODE_LENGTH) {
      code += DIGITS.charAt(Math.floor(Math.random() * DIGITS.length));
    }
    return code;
  }

  private keyFor(email: string): string {
    return `signin:${email.trim().toLowerCase()}`;
  }

  private digest(email: string, code: string): string {
    return createHmac('sha256', this.pepper).update(`${email.trim().toLowerCase()}:${code}`).digest('hex');
  }
}
