import { HttpService } from '@nestjs/axios';
import { BadGatewayException, Injectable } from '@nestjs/common';
import { firstValueFrom } from 'rxjs';

export interface CrmPage {
  people: { id: string; name: string; voice: string }[];
  next: number | null;
}

@Injectable()
export class CrmClient {
  constructor(private readonly http: HttpService) {}

  async people(account: string, apiKey: string): Promise<CrmPage['people']> {
    const base = `https://${account}.chorusbase.app/v1`;
    const all: CrmPage['people'] = [];
    let page: number | null = 1;
    while (page !== null && page <= 40) {
      const answer = this.http.get<CrmPage>(`${base}/people`, {
        params: { page },
        headers: { authorization: `Bearer ${apiKey}` },
        timeout: 8000,
        maxRedirects: 0,
      });
      const { data } = await firstValueFrom(answer).catch(() => {
        throw new BadGatewayException('The CRM does not answer');
      });
      all.push(...data.people);
      page = data.next;
    }
    return all;
  }
}
