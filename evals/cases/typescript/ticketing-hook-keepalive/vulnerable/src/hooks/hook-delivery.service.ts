import { HttpService } from '@nestjs/axios';
import { Injectable, Logger } from '@nestjs/common';
import { createHmac } from 'node:crypto';
import { Agent } from 'node:https';

import { Hook } from './hook.entity';
import { TicketEvent } from './ticket-event';

const TIMEOUT_MS = 5_000;

@Injectable()
export class HookDeliveryService {
  private readonly logger = new Logger(HookDeliveryService.name);
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 4, timeout: TIMEOUT_MS });

  constructor(private readonly http: HttpService) {}

  /** Tells one subscriber about an event; the queue calls again if this is false. */
  async deliver(hook: Hook, event: TicketEvent): Promise<boolean> {
    if (!hook.url.startsWith('https://')) {
      return true; // from before we asked for https
    }
    const body = JSON.stringify({ id: event.id, type: event.type, ticket: event.ticket });
    try {
      const { status } = await this.http.axiosRef.post(hook.url, body, {
        timeout: TIMEOUT_MS,
        maxRedirects: 0,
        maxContentLength: 64 * 1024,
        proxy: false,
        validateStatus: () => true,
        httpsAgent: this.agent,
        headers: {
          'content-type': 'application/json',
          'x-ticketing-signature': this.sign(hook, body),
        },
      });
      this.logger.debug(`hook ${hook.id}: ${status}`);
      return status >= 200 && status < 300;
    } catch (error) {
      this.logger.warn(`hook ${hook.id} failed: ${(error as Error).message}`);
      return false;
    }
  }

  private sign(hook: Hook, body: string): string {
    return 'sha256=' + createHmac('sha256', hook.secret).update(body).digest('hex');
  }
}
