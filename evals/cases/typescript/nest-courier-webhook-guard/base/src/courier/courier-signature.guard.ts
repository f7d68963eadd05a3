import { CanActivate, ExecutionContext, Injectable, RawBodyRequest, UnauthorizedException } from '@nestjs/common';
import { ConfigService } from '@nestjs/config';
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Request } from 'express';

const TOLERANCE_MS = 5 * 60 * 1000;

@Injectable()
export class CourierSignatureGuard implements CanActivate {
  private readonly secret: string;

  constructor(config: ConfigService) {
    this.secret = config.getOrThrow<string>('COURIER_WEBHOOK_SECRET');
  }

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<RawBodyRequest<Request>>();
    const timestamp = request.get('x-courier-timestamp') ?? '';
    const header = request.get('x-courier-signature') ?? '';

    if (!request.rawBody || !this.isRecent(timestamp)) {
      throw new UnauthorizedException('Stale or empty delivery');
    }
    const signed = Buffer.concat([Buffer.from(`${timestamp}.`), request.rawBody]);
    if (!this.matches(header, signed)) {
      throw new UnauthorizedException('Bad signature');
    }
    return true;
  }

  private isRecent(timestamp: string): boolean {
    const age = Date.now() - Number(timestamp) * 1000;
    return Math.abs(age) <= TOLERANCE_MS;
  }

  private matches(signature: string, signed: Buffer): boolean {
    const expected = createHmac('sha256', this.secret).update(signed).digest();
    const given = Buffer.from(signature, 'hex');
    return given.length === expected.length && timingSafeEqual(given, expected);
  }
}
