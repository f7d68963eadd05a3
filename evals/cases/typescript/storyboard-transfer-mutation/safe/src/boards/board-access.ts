import { Service } from 'typedi';

import { ForbiddenError } from '../errors';
import type { User } from '../users/user.type';
import { BoardRepository } from './board.repository';

@Service()
export class BoardAccess {
  constructor(private readonly boards: BoardRepository) {}

  async requireOwner(user: User, boardId: string): Promise<void> {
    const board = await this.boards.find(boardId);
    if (!board || board.ownerId !== user.id) {
      throw new ForbiddenError();
    }
  }

  /** For the buttons that the client shows. */
  async roleOf(user: User, boardId: string): Promise<'owner' | 'editor' | null> {
    const board = await this.boards.find(boardId);
    if (board?.ownerId === user.id) {
      return 'owner';
    }
    return board?.editorIds.includes(user.id) ? 'editor' : null;
  }

  async requireEditor(user: User, boardId: string): Promise<void> {
    const board = await this.boards.find(boardId);
    if (!board || (board.ownerId !== user.id && !board.editorIds.includes(user.id))) {
      throw new ForbiddenError();
    }
  }
}
