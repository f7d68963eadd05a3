import { Arg, Authorized, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { Service } from 'typedi';
import { BoardPolicy } from '../boards/board.policy';
import { SnapshotStore } from '../boards/snapshot.store';
import { UserInputError } from './errors';
import { RequestContext } from './request-context';
import { Snapshot } from './snapshot.type';

@Service()
@Resolver(() => Snapshot)
export class SnapshotResolver {
  constructor(
    private readonly snapshots: SnapshotStore,
    private readonly policy: BoardPolicy,
  ) {}

  @Authorized()
  @Mutation(() => Snapshot)
  async createSnapshot(
    @Arg('boardId', () => ID) boardId: string,
    @Arg('name') name: string,
    @Ctx() ctx: RequestContext,
  ): Promise<Snapshot> {
    await this.policy.assertCan(ctx.user, 'edit', boardId);
    return this.snapshots.capture(boardId, name.slice(0, 120), ctx.user.id);
  }
}
