import { Body, Controller, Get, Param, ParseIntPipe, Post, UseGuards } from '@nestjs/common';
import { Roles, RolesGuard } from '../auth/roles.guard';
import { SessionGuard } from '../auth/session.guard';
import { AssignShiftDto } from './assign-shift.dto';
import { RosterService } from './roster.service';

@Controller('roster')
@UseGuards(SessionGuard, RolesGuard)
export class RosterController {
  constructor(private readonly roster: RosterService) {}

  @Get('beaches/:beachId')
  week(@Param('beachId', ParseIntPipe) beachId: number) {
    return this.roster.week(beachId);
  }

  @Post('beaches/:beachId/shifts')
  @Roles('captain', 'office')
  assign(@Param('beachId', ParseIntPipe) beachId: number, @Body() dto: AssignShiftDto) {
    return this.roster.assign(beachId, dto);
  }
}
