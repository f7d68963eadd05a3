import { Injectable } from '@nestjs/common';
import axios, { type AxiosInstance } from 'axios';
import { CallbackStore } from './callback-store';
import { assertPartnerUrl } from './partner-url';

@Injectable()
export class CallbacksService {
  private readonly http: AxiosInstance = axios.create({ timeout: 5_000, maxRedirects: 0 });

  constructor(private readonly store: CallbackStore) {}

  async save(partnerId: number, url: string): Promise<void> {
    assertPartnerUrl(url);
    await this.store.upsert(partnerId, url);
  }

  async notify(partnerId: number, event: object): Promise<void> {
    const saved = await this.store.urlOf(partnerId);
    if (saved) {
      await this.http.post(saved, event);
    }
  }

  async probe(url: string): Promise<{ status: number; millis: number; answer: string }> {
    const body = { type: 'ping', at: new Date().toISOString() };
    const started = Date.now();
    const response = await this.http.post(url, body, { responseType: 'text', validateStatus: () => true });
    return {
      status: response.status,
      millis: Date.now() - started,
      answer: String(response.data).slice(0, 400),
    };
  }
}
