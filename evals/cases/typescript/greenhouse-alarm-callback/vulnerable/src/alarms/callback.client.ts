import { HttpService } from '@nestjs/axios';
import { Injectable } from '@nestjs/common';
import { firstValueFrom } from 'rxjs';
import { Alarm } from './alarm';

@Injectable()
export class CallbackClient {
  constructor(private readonly http: HttpService) {}

  async deliver(address: string, alarm: Alarm): Promise<{ status: number; body: string }> {
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
