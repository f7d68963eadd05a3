import { Controller, Delete, HttpCode, Param, ParseIntPipe, UseGuards } from '@nestjs/common';
import { LoggedInGuard } from '../auth/logged-in.guard';
import { MembersService } from './members.service';

@Controller('members')
@UseGuards(LoggedInGuard)
export class MembersWriteController {
  constructor(private readonly members: MembersService) {}

  @Delete(':id')
  @HttpCode(204)
  async remove(@Param('id', ParseIntPipe) id: number): Promise<void> {
    await this.members.remove(id);
  }
}
