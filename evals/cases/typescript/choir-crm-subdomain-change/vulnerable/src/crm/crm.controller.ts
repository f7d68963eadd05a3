import { Body, Controller, Post, UseGuards } from '@nestjs/common';
import { ChoirBoardGuard } from '../auth/choir-board.guard';
import { CurrentChoir } from '../auth/current-choir';
import { MembersService } from '../members/members.service';
import { ConnectCrmDto } from './connect.dto';
import { CrmClient } from './crm.client';

@Controller('crm')
@UseGuards(ChoirBoardGuard)
export class CrmController {
  constructor(
    private readonly crm: CrmClient,
    private readonly members: MembersService,
  ) {}

  @Post('import')
  async import(@CurrentChoir() choirId: number, @Body() dto: ConnectCrmDto) {
    const people = await this.crm.people(dto.account, dto.apiKey);
    return { imported: await this.members.addAll(choirId, people) };
  }
}
