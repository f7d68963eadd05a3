import { Controller, Delete, Get, HttpCode, Param, ParseIntPipe, UseGuards } from '@nestjs/common';
import { LoggedInGuard } from '../auth/logged-in.guard';
import { Roles, RolesGuard } from '../auth/roles';
import { MembersService } from './members.service';

@Controller('members')
@UseGuards(LoggedInGuard, RolesGuard)
export class MembersController {
  constructor(private readonly members: MembersService) {}

  @Get()
  list() {
    return this.members.directory();
  }

  @Get(':id')
  one(@Param('id', ParseIntPipe) id: number) {
    return this.members.publicProfile(id);
  }

  @Delete(':id')
  @HttpCode(204)
  @Roles('board')
  async remove(@Param('id', ParseIntPipe) id: number): Promise<void> {
    await this.members.remove(id);
  }
}
