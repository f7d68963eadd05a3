import express from 'express';
import helmet from 'helmet';
import cookieParser from 'cookie-parser';
import { sessionMiddleware } from './session';
import { accountRouter } from './accountRouter';

export const app = express();
app.use(helmet());
app.use(sessionMiddleware);
app.use(cookieParser());
app.use(express.urlencoded({ extended: false, limit: '32kb' }));

app.use('/account', accountRouter);
