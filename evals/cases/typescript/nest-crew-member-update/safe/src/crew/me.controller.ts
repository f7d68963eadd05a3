import { Body, Controller, Get, Patch, UseGuards } from '@nestjs/common';
import { MemberId } from '../auth/member-id.decorator';
import { SessionGuard } from '../auth/session.guard';
import { CrewService } from './crew.service';
import { ProfileDto } from './profile.dto';

@Controller('me')
@UseGuards(SessionGuard)
export class MeController {
  constructor(private readonly crew: CrewService) {}

  @Get()
  show(@MemberId() id: string) {
    return this.crew.get(id);
  }

  @Patch()
  edit(@MemberId() id: string, @Body() changes: ProfileDto) {
    return this.crew.update(id, changes);
  }
}
