import { Arg, Authorized, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { Service } from 'typedi';

import type { Context } from '../context';
import { UserInputError } from '../errors';
import { UserRepository } from '../users/user.repository';
import { BoardAccess } from './board-access';
import { BoardRepository } from './board.repository';
import { Board } from './board.type';

@Service()
@Resolver(() => Board)
export class BoardResolver {
  constructor(
    private readonly boards: BoardRepository,
    private readonly users: UserRepository,
    private readonly access: BoardAccess,
  ) {}

  @Authorized()
  @Query(() => [Board])
  myBoards(@Ctx() { user }: Context): Promise<Board[]> {
    return this.boards.visibleTo(user.id);
  }

  @Authorized()
  @Mutation(() => Board)
  async renameBoard(
    @Arg('boardId', () => ID) boardId: string,
    @Arg('title') title: string,
    @Ctx() { user }: Context,
  ): Promise<Board> {
    await this.access.requireEditor(user, boardId);
    return this.boards.update(boardId, { title: title.trim().slice(0, 120) });
  }

  @Authorized()
  @Mutation(() => Boolean)
  async deleteBoard(@Arg('boardId', () => ID) boardId: string, @Ctx() { user }: Context): Promise<boolean> {
    await this.access.requireOwner(user, boardId);
    await this.boards.remove(boardId);
    return true;
  }

  @Authorized()
  @Mutation(() => Board)
  async transferBoard(
    @Arg('boardId', () => ID) boardId: string,
    @Arg('email') email: string,
    @Ctx() { user }: Context,
  ): Promise<Board> {
    const recipient = await this.users.inStudio(user.studioId, email);
    if (!recipient) {
      throw new UserInputError('There is nobody with this address in your studio');
    }
    const board = await this.boards.update(boardId, { ownerId: recipient.id });
    await this.boards.addEditor(boardId, user.id);
    return board;
  }
}
