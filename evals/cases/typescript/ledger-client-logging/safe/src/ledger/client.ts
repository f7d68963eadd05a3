import axios, { AxiosError, type AxiosInstance, type InternalAxiosRequestConfig } from 'axios';
import { log } from '../log';
import type { TokenSource } from './token-source';

export interface Posting {
  account: string;
  cents: number;
  text: string;
}

export class LedgerClient {
  private readonly http: AxiosInstance;

  constructor(baseURL: string, tokens: TokenSource) {
    this.http = axios.create({ baseURL, timeout: 10_000 });
    this.http.interceptors.request.use(async (config: InternalAxiosRequestConfig) => {
      config.headers.set('Authorization', `Bearer ${await tokens.current()}`);
      config.headers.set('X-Request-Id', crypto.randomUUID());
      return config;
    });
    this.http.interceptors.response.use(undefined, (error: unknown) => {
      this.report(error);
      throw error;
    });
  }

  async post(journal: string, postings: Posting[]): Promise<string> {
    const { data } = await this.http.post<{ id: string }>(`/journals/${encodeURIComponent(journal)}/entries`, {
      postings,
    });
    return data.id;
  }

  private report(error: unknown): void {
    if (!(error instanceof AxiosError)) {
      return;
    }
    const { config, response, code } = error;
    if (!config) {
      log.error({ code }, 'ledger request could not be made');
      return;
    }
    const context = {
      code,
      status: response?.status,
      method: config.method,
      url: config.url,
      timeout: config.timeout,
      requestId: config.headers.get('X-Request-Id'),
    };
    log.error(context, 'ledger request failed');
  }
}
