import { Router } from 'express';
import asyncHandler from 'express-async-handler';
import { requireSession } from '../auth/session';
import { createCard } from './create-card.handler';
import { deleteCard } from './delete-card.handler';
import { transferCard } from './transfer-card.handler';

export const cardsRouter = Router();

cardsRouter.use(requireSession);
cardsRouter.post('/benches/:benchId/cards', asyncHandler(createCard));
cardsRouter.delete('/cards/:cardId', asyncHandler(deleteCard));
cardsRouter.post('/cards/:cardId/transfer', asyncHandler(transferCard));
