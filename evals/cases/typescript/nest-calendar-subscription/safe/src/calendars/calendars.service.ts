import { HttpService } from '@nestjs/axios';
import { BadRequestException, Injectable } from '@nestjs/common';
import ical from 'node-ical';
import { firstValueFrom } from 'rxjs';
import { CalendarsRepository } from './calendars.repository';

export interface CalendarEvent {
  title: string;
  start: Date;
  end: Date;
}

const MAX_BYTES = 2 * 1024 * 1024;
const PROVIDERS = new Set(['calendar.google.com', 'outlook.office365.com', 'p01-caldav.icloud.com']);

@Injectable()
export class CalendarsService {
  constructor(
    private readonly calendars: CalendarsRepository,
    private readonly http: HttpService,
  ) {}

  async importFile(memberId: string, text: string): Promise<CalendarEvent[]> {
    const events = this.parse(text);
    await this.calendars.replaceEvents(memberId, events);
    return events;
  }

  async subscribe(memberId: string, address: string): Promise<CalendarEvent[]> {
    const events = this.parse(await this.download(address));
    await this.calendars.saveSubscription(memberId, address);
    await this.calendars.replaceEvents(memberId, events);
    return events;
  }

  private async download(address: string): Promise<string> {
    try {
      const url = new URL(address.replace(/^webcal:/, 'https:'));
      if (url.protocol !== 'https:' || url.port !== '' || !PROVIDERS.has(url.hostname)) {
        throw new Error('unknown provider');
      }
      const response = await firstValueFrom(
        this.http.get<string>(url.href, { responseType: 'text', timeout: 5000, maxContentLength: MAX_BYTES, maxRedirects: 0 }),
      );
      return response.data;
    } catch {
      throw new BadRequestException('The calendar could not be read');
    }
  }

  private parse(text: string): CalendarEvent[] {
    return Object.values(ical.sync.parseICS(text))
      .filter((entry) => entry.type === 'VEVENT')
      .map((entry) => ({ title: String(entry.summary), start: entry.start, end: entry.end }));
  }
}
