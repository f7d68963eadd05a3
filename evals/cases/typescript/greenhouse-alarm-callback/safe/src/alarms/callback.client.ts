import { HttpService } from '@nestjs/axios';
import { BadRequestException, Injectable } from '@nestjs/common';
import { ConfigService } from '@nestjs/config';
import { firstValueFrom } from 'rxjs';
import { Alarm } from './alarm';

@Injectable()
export class CallbackClient {
  private readonly relays: string[];

  constructor(
    private readonly http: HttpService,
    config: ConfigService,
  ) {
    this.relays = config.getOrThrow<string[]>('alarms.relayHosts');
  }

  async deliver(address: string, alarm: Alarm): Promise<{ status: number; body: string }> {
    const { protocol, host } = new URL(address);
    if (protocol !== 'https:' || !this.relays.includes(host)) {
      throw new BadRequestException('not a known alarm relay');
    }
    const response = await firstValueFrom(
      this.http.post(address, alarm, {
        timeout: 5000,
        maxRedirects: 0,
        responseType: 'text',
        validateStatus: () => true,
      }),
    );
    return { status: response.status, body: String(response.data).slice(0, 500) };
  }
}
