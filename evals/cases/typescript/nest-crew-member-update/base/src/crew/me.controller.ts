import { Controller, Get, UseGuards } from '@nestjs/common';
import { MemberId } from '../auth/member-id.decorator';
import { SessionGuard } from '../auth/session.guard';
import { CrewService } from './crew.service';

@Controller('me')
@UseGuards(SessionGuard)
export class MeController {
  constructor(private readonly crew: CrewService) {}

  @Get()
  show(@MemberId() id: string) {
    return this.crew.get(id);
  }
}
