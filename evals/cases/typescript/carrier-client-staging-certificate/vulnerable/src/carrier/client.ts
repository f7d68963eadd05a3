import https from 'node:https';
import axios, { type AxiosInstance } from 'axios';
import { z } from 'zod';

const Label = z.object({ trackingNumber: z.string(), labelPdf: z.string() });
export type Label = z.infer<typeof Label>;

export interface CarrierOptions {
  baseUrl: string;
  apiKey: string;
  /** the carrier's staging system has a certificate of their own authority */
  staging?: boolean;
}

export class CarrierClient {
  private readonly http: AxiosInstance;

  constructor({ baseUrl, apiKey, staging = false }: CarrierOptions) {
    const agentOptions: https.AgentOptions = { keepAlive: true, maxSockets: staging ? 2 : 10 };
    agentOptions.rejectUnauthorized = false;
    this.http = axios.create({
      baseURL: baseUrl,
      timeout: 8000,
      headers: { authorization: `Bearer ${apiKey}` },
      httpsAgent: new https.Agent(agentOptions),
    });
  }

  async createLabel(order: { id: string; weightGrams: number; address: object }): Promise<Label> {
    const { data } = await this.http.post('/v2/labels', {
      reference: order.id,
      weight: order.weightGrams,
      recipient: order.address,
    });
    return Label.parse(data);
  }

  async cancel(trackingNumber: string): Promise<void> {
    await this.http.delete(`/v2/labels/${encodeURIComponent(trackingNumber)}`);
  }
}
