import { Controller, Delete, HttpCode, Param, ParseIntPipe, UseGuards } from '@nestjs/common';
import { LoggedInGuard } from '../auth/logged-in.guard';
import { Roles, RolesGuard } from '../auth/roles';
import { MembersService } from './members.service';

@Controller('members')
@UseGuards(LoggedInGuard, RolesGuard)
export class MembersWriteController {
  constructor(private readonly members: MembersService) {}

  @Delete(':id')
  @HttpCode(204)
  @Roles('board')
  async remove(@Param('id', ParseIntPipe) id: number): Promise<void> {
    await this.members.remove(id);
  }
}
