import express from 'express';
import { labelRoutes } from './labels/label.routes';
import { wineRoutes } from './wines/wine.routes';
import { sessions } from './auth/sessions';

export function buildApp(): express.Express {
  const app = express();
  app.use(sessions());
  app.use(express.json({ limit: '50kb' }));
  app.use('/labels', labelRoutes);
  app.use('/wines', wineRoutes);
  return app;
}
