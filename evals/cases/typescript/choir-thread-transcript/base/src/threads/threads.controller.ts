import { Controller, Get, Param, ParseUUIDPipe, UseGuards } from '@nestjs/common';
import { CurrentMember } from '../auth/current-member.decorator';
import { SessionGuard } from '../auth/session.guard';
import { Member } from '../members/member.entity';
import { ThreadsService } from './threads.service';

@Controller('threads')
@UseGuards(SessionGuard)
export class ThreadsController {
  constructor(private readonly threads: ThreadsService) {}

  @Get()
  list(@CurrentMember() me: Member) {
    return this.threads.listFor(me.id);
  }

  @Get(':id')
  open(@Param('id', ParseUUIDPipe) id: string, @CurrentMember() me: Member) {
    return this.threads.open(id, me.id);
  }
}
