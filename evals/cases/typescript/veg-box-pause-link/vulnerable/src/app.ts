import express from 'express';
import flash from 'connect-flash';
import { boxRouter } from './boxes/router';
import { csrf } from './http/csrf';
import { session } from './http/session';
import type { Services } from './services';

export function createApp(services: Services): express.Express {
  const app = express();
  app.set('view engine', 'pug');
  app.disable('x-powered-by');
  app.use(express.urlencoded({ extended: false, limit: '20kb' }));
  app.use(session(services.sessions));
  app.use(flash());
  app.use(csrf({ ignoredMethods: ['GET', 'HEAD', 'OPTIONS'] }));
  app.use('/boxes', boxRouter(services.boxes));
  return app;
}
