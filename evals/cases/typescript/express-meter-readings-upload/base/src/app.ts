import express from 'express';
import helmet from 'helmet';
import { readingRoutes } from './readings/routes';

export const app = express();

app.disable('x-powered-by');
app.use(helmet());
app.use('/api', readingRoutes);
