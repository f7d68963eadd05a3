import Koa from 'koa';
import helmet from 'koa-helmet';
import bodyParser from 'koa-bodyparser';
import cors from '@koa/cors';
import { sessions } from './sessions.js';
import { hubRouter } from './routes/hub.js';
import { ordersRouter } from './routes/orders.js';
import { settings } from './settings.js';
import { log } from './log.js';

export function createServer({ store }) {
  const app = new Koa({ proxy: settings.behindProxy });

  app.use(async (ctx, next) => {
    try {
      await next();
    } catch (err) {
      ctx.status = err.status ?? 500;
      ctx.body = { message: err.expose ? err.message : 'internal error' };
      if (ctx.status >= 500) log.error({ err, path: ctx.path }, 'request failed');
    }
  });

  app.use(helmet());
  app.use(cors({
    origin: (ctx) => ctx.get('Origin'),
    credentials: true,
    allowMethods: ['GET', 'POST', 'PATCH'],
    maxAge: 600,
  }));
  app.use(bodyParser({ enableTypes: ['json'], jsonLimit: '200kb' }));
  app.use(sessions({ store, sameSite: 'none', secure: true, httpOnly: true }));

  app.use(hubRouter.routes());
  app.use(ordersRouter.routes());
  return app;
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const { sessionStore } = await import('./session-store.js');
  createServer({ store: sessionStore }).listen(settings.port, () => log.info('hub is up'));
}
