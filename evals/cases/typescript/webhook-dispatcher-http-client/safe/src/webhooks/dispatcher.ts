import { createHmac } from 'node:crypto';
import type { AxiosInstance } from 'axios';
import { publicAgent } from '../net/publicAgent';
import type { DeliveryLog, Endpoint, OutboundEvent } from './types';

export class WebhookDispatcher {
  constructor(
    private readonly http: AxiosInstance,
    private readonly log: DeliveryLog,
  ) {}

  async dispatch(endpoint: Endpoint, event: OutboundEvent): Promise<void> {
    const body = JSON.stringify({ id: event.id, type: event.type, data: event.data });
    const signature = createHmac('sha256', endpoint.secret).update(body).digest('hex');

    const response = await this.http.post(endpoint.url, body, {
      httpsAgent: await publicAgent(endpoint.url),
      headers: { 'content-type': 'application/json', 'x-signature': signature },
      validateStatus: () => true,
    });
    await this.log.record(endpoint.id, event.id, response.status);
  }
}
