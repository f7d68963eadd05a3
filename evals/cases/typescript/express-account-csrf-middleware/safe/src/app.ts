import express from 'express';
import helmet from 'helmet';
import cookieParser from 'cookie-parser';
import { doubleCsrf } from 'csrf-csrf';
import { sessionMiddleware } from './session';
import { config } from './config';
import { accountRouter } from './accountRouter';

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

app.use(doubleCsrfProtection);

app.use('/account', accountRouter);
