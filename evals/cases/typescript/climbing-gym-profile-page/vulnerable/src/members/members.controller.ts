import { Body, Controller, Get, Patch, UseGuards } from '@nestjs/common';
import { CurrentMemberId } from '../auth/current-member-id.decorator';
import { SessionGuard } from '../auth/session.guard';
import { Member } from './member.entity';
import { MembersService } from './members.service';

@Controller('me')
@UseGuards(SessionGuard)
export class MembersController {
  constructor(private readonly members: MembersService) {}

  @Get()
  me(@CurrentMemberId() id: string) {
    return this.members.get(id);
  }

  @Patch()
  update(@CurrentMemberId() id: string, @Body() changes: Partial<Member>) {
    return this.members.update(id, changes);
  }
}
