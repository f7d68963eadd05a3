import { Body, Controller, Get, Patch, UseGuards } from '@nestjs/common';
import { MemberId } from '../auth/member-id.decorator';
import { SessionGuard } from '../auth/session.guard';
import type { CrewMember } from './crew-member.entity';
import { CrewService } from './crew.service';

@Controller('me')
@UseGuards(SessionGuard)
export class MeController {
  constructor(private readonly crew: CrewService) {}

  @Get()
  show(@MemberId() id: string) {
    return this.crew.get(id);
  }

  @Patch()
  edit(@MemberId() id: string, @Body() changes: Partial<CrewMember>) {
    return this.crew.update(id, changes);
  }
}
