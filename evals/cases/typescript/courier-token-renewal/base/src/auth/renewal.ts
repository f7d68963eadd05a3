import jwt from 'jsonwebtoken';
import type { Devices } from '../devices/devices';
import { keys } from './keys';

export interface CourierClaims {
  sub: string;
  device: string;
  exp: number;
}

export class TokenRenewal {
  constructor(private readonly devices: Devices) {}

  /** A fresh token for the one given, or null if the courier has to sign in again. */
  async renew(token: string): Promise<string | null> {
    const claims = this.read(token);
    if (!claims || !(await this.devices.isActive(claims.device))) {
      return null;
    }
    return this.issue(claims.sub, claims.device);
  }

  issue(courierId: string, device: string): string {
    return jwt.sign({ device }, keys.privatePem, {
      algorithm: 'ES256',
      subject: courierId,
      expiresIn: '15m',
    });
  }

  private read(token: string): CourierClaims | null {
    try {
      return jwt.verify(token, keys.publicPem, { algorithms: ['ES256'] }) as unknown as CourierClaims;
    } catch {
      return null;
    }
  }
}
