import { ConflictException, ForbiddenException, NotFoundException } from '@nestjs/common';
import { CommandHandler, EventBus, ICommandHandler } from '@nestjs/cqrs';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { Claim, ClaimStatus } from '../claim.entity';
import { ClaimWithdrawnEvent } from '../events/claim-withdrawn.event';
import { WithdrawClaimCommand } from './withdraw-claim.command';

@CommandHandler(WithdrawClaimCommand)
export class WithdrawClaimHandler implements ICommandHandler<WithdrawClaimCommand> {
  constructor(
    @InjectRepository(Claim) private readonly claims: Repository<Claim>,
    private readonly events: EventBus,
  ) {}

  async execute(command: WithdrawClaimCommand): Promise<void> {
    const claim = await this.claims.findOneBy({ id: command.claimId });
    if (!claim) {
      throw new NotFoundException('Claim not found');
    }
    if (claim.policyholderId !== command.actorId) {
      throw new ForbiddenException();
    }
    if (claim.status === ClaimStatus.Settled) {
      throw new ConflictException('A settled claim cannot be withdrawn');
    }

    claim.status = ClaimStatus.Withdrawn;
    claim.withdrawalReason = command.reason;
    claim.closedAt = new Date();
    await this.claims.save(claim);
    this.events.publish(new ClaimWithdrawnEvent(claim.id, command.actorId));
  }
}
