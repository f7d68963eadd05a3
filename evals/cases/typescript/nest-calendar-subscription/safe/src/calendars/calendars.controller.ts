import { Body, Controller, Post, UseGuards } from '@nestjs/common';
import { IsString, MaxLength } from 'class-validator';
import { CurrentMember, Member } from '../auth/current-member.decorator';
import { SessionGuard } from '../auth/session.guard';
import { CalendarEvent, CalendarsService } from './calendars.service';

class ImportDto {
  @IsString()
  @MaxLength(500_000)
  text!: string;
}

class SubscribeDto {
  @IsString()
  @MaxLength(500)
  address!: string;
}

@Controller('calendars')
@UseGuards(SessionGuard)
export class CalendarsController {
  constructor(private readonly calendars: CalendarsService) {}

  @Post('import')
  importFile(@CurrentMember() member: Member, @Body() { text }: ImportDto): Promise<CalendarEvent[]> {
    return this.calendars.importFile(member.id, text);
  }

  @Post('subscriptions')
  subscribe(@CurrentMember() member: Member, @Body() { address }: SubscribeDto): Promise<CalendarEvent[]> {
    return this.calendars.subscribe(member.id, address);
  }
}
