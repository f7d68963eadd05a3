import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post, UseGuards } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { CurrentUser } from '../auth/current-user.decorator';
import { JwtAuthGuard } from '../auth/jwt-auth.guard';
import { AuthenticatedUser } from '../auth/authenticated-user';
import { WithdrawClaimCommand } from './commands/withdraw-claim.command';
import { WithdrawClaimDto } from './dto/withdraw-claim.dto';

@Controller('claims')
@UseGuards(JwtAuthGuard)
export class ClaimsController {
  constructor(private readonly commandBus: CommandBus) {}

  @Post(':id/withdrawal')
  @HttpCode(204)
  async withdraw(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() dto: WithdrawClaimDto,
    @CurrentUser() user: AuthenticatedUser,
  ): Promise<void> {
    await this.commandBus.execute(new WithdrawClaimCommand(id, user.id, dto.reason));
  }
}
