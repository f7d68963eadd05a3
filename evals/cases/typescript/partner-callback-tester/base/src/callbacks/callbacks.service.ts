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
}
