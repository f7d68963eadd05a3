import express from 'express';
import helmet from 'helmet';
import cookieParser from 'cookie-parser';
import { doubleCsrf } from 'csrf-csrf';
import { sessionMiddleware } from './session';
import { config } from './config';
import { changeEmail, closeAccount, showAccount } from './account';
import { requireLogin } from './guards';

const { doubleCsrfProtection } = doubleCsrf({
  getSecret: () => config.csrfSecret,
  cookieName: '__Host-csrf',
  cookieOptions: { secure: true, sameSite: 'lax' },
});

export const app = express();
app.use(helmet());
app.use(sessionMiddleware);
app.use(cookieParser());
app.use(express.urlencoded({ extended: false, limit: '32kb' }));

app.get('/account', requireLogin, showAccount);
app.post('/account/email', requireLogin, doubleCsrfProtection, changeEmail);
app.post('/account/close', requireLogin, doubleCsrfProtection, closeAccount);
