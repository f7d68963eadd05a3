import { Controller, Get, Param, ParseIntPipe, UseGuards } from '@nestjs/common';
import { LoggedInGuard } from '../auth/logged-in.guard';
import { MembersService } from './members.service';

@Controller('members')
@UseGuards(LoggedInGuard)
export class MembersReadController {
  constructor(private readonly members: MembersService) {}

  @Get()
  list() {
    return this.members.directory();
  }

  @Get(':id')
  one(@Param('id', ParseIntPipe) id: number) {
    return this.members.publicProfile(id);
  }
}
