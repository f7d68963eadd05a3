import { mergeRouters } from '../../trpc';
import { deskRouter } from './desk';
import { lobbyRouter } from './lobby';

export const waitlistRouter = mergeRouters(lobbyRouter, deskRouter);
