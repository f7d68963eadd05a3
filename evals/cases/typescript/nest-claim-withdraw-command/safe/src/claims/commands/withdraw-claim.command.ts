export class WithdrawClaimCommand {
  constructor(
    public readonly claimId: string,
    public readonly actorId: string,
    public readonly reason: string,
  ) {}
}
