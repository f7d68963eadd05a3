import { Body, Controller, Get, Param, ParseIntPipe, Post, Put, UseGuards } from '@nestjs/common';

import { CurrentUser } from '../auth/current-user.decorator';
import { JwtGuard } from '../auth/jwt.guard';
import { Roles } from '../auth/roles.decorator';
import { RolesGuard } from '../auth/roles.guard';
import { User } from '../users/user.entity';
import { AssignRoomDto } from './assign-room.dto';
import { RoomsService } from './rooms.service';
import { UpdateRoomDto } from './update-room.dto';

@Controller('rooms')
@UseGuards(JwtGuard, RolesGuard)
export class RoomsController {
  constructor(private readonly rooms: RoomsService) {}

  /** Students look for free rooms here. */
  @Get('free')
  free() {
    return this.rooms.free();
  }

  @Get('mine')
  mine(@CurrentUser() user: User) {
    return this.rooms.ofStudent(user.id);
  }

  @Put(':id')
  @Roles('warden')
  update(@Param('id', ParseIntPipe) id: number, @Body() dto: UpdateRoomDto) {
    return this.rooms.update(id, dto);
  }

  @Post(':id/assign')
  @Roles('warden', 'housing-office')
  assign(@Param('id', ParseIntPipe) id: number, @Body() dto: AssignRoomDto, @CurrentUser() user: User) {
    return this.rooms.assign(id, dto.studentId, user);
  }

  /** Ends the tenancy and puts the room back on the list of free ones. */
  @Post(':id/release')
  @Roles('warden', 'housing-office')
  release(@Param('id', ParseIntPipe) id: number, @CurrentUser() user: User) {
    return this.rooms.release(id, user);
  }
}
