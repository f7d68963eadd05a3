import express from 'express';
import helmet from 'helmet';
import { readingRoutes } from './readings/routes';
import { readingUploads } from './readings/upload';

export const app = express();

app.disable('x-powered-by');
app.use(helmet());
app.use('/api', readingRoutes);
app.use('/api', readingUploads);
