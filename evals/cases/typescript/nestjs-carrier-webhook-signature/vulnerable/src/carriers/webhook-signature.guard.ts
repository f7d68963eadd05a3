import { CanActivate, ExecutionContext, Injectable, RawBodyRequest } from '@nestjs/common';
import { ConfigService } from '@nestjs/config';
import { createHmac } from 'crypto';
import { Request } from 'express';

const HEADER = 'x-carrier-signature';

@Injectable()
export class WebhookSignatureGuard implements CanActivate {
  private readonly secret: string;

  constructor(config: ConfigService) {
    this.secret = config.getOrThrow<string>('CARRIER_WEBHOOK_SECRET');
  }

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<RawBodyRequest<Request>>();
    const received = request.header(HEADER);
    if (!received || !request.rawBody) {
      return false;
    }
    return this.matches(request.rawBody, received);
  }

  private matches(body: Buffer, received: string): boolean {
    const expected = createHmac('sha256', this.secret).update(body).digest('hex');
    return expected === received;
  }
}
