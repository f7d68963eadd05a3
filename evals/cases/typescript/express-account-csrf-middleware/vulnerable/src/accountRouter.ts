import { Router } from 'express';
import { changeEmail, closeAccount, showAccount } from './account';
import { requireLogin } from './guards';

export const accountRouter = Router();

accountRouter.use(requireLogin);
accountRouter.get('/', showAccount);
accountRouter.post('/email', changeEmail);
accountRouter.post('/close', closeAccount);
