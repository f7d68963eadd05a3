import { createHmac } from 'node:crypto';
import axios from 'axios';
import { publicAgent } from '../net/publicAgent';
import type { DeliveryLog, Endpoint, OutboundEvent } from './types';

export class WebhookDispatcher {
  constructor(private readonly log: DeliveryLog) {}

  async dispatch(endpoint: Endpoint, event: OutboundEvent): Promise<void> {
    const body = JSON.stringify({ id: event.id, type: event.type, data: event.data });
    const signature = createHmac('sha256', endpoint.secret).update(body).digest('hex');

    const httpsAgent = await publicAgent(endpoint.url);
    const response = await axios.post(endpoint.url, body, {
      httpsAgent,
      timeout: 5000,
      maxRedirects: 0,
      maxContentLength: 64 * 1024,
      headers: { 'content-type': 'application/json', 'x-signature': signature },
      validateStatus: () => true,
    });
    await this.log.record(endpoint.id, event.id, response.status);
  }
}
