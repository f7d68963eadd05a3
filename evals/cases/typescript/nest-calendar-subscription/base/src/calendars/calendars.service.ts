import { Injectable } from '@nestjs/common';
import ical from 'node-ical';
import { CalendarsRepository } from './calendars.repository';

export interface CalendarEvent {
  title: string;
  start: Date;
  end: Date;
}

@Injectable()
export class CalendarsService {
  constructor(private readonly calendars: CalendarsRepository) {}

  async importFile(memberId: string, text: string): Promise<CalendarEvent[]> {
    const events = this.parse(text);
    await this.calendars.replaceEvents(memberId, events);
    return events;
  }

  private parse(text: string): CalendarEvent[] {
    return Object.values(ical.sync.parseICS(text))
      .filter((entry) => entry.type === 'VEVENT')
      .map((entry) => ({ title: String(entry.summary), start: entry.start, end: entry.end }));
  }
}
