import cors from 'cors';
import express from 'express';
import helmet from 'helmet';
import session from 'express-session';
import { RedisStore } from 'connect-redis';

import { config } from './config.js';
import { redis } from './redis.js';
import { readings } from './routes/readings.js';
import { stations } from './routes/stations.js';

// every pull request of the front end gets pr-123.preview.tidewatch.example
const PREVIEW = /^https:\/\/pr-\d{1,6}\.preview\.tidewatch\.example$/;

function allowOrigin(origin, done) {
  if (!origin) {
    return done(null, false);
  }
  const known = config.webOrigins.includes(origin) || PREVIEW.test(origin);
  return done(null, known);
}

export function createApp() {
  const app = express();

  app.set('trust proxy', 1);
  app.use(helmet());
  app.use(
    cors({
      origin: allowOrigin,
      credentials: true,
      maxAge: 600,
    }),
  );
  app.use(
    session({
      name: 'tw.sid',
      store: new RedisStore({ client: redis, prefix: 'tw:' }),
      secret: config.sessionSecret,
      resave: false,
      saveUninitialized: false,
      cookie: { httpOnly: true, secure: true, sameSite: 'none', maxAge: 8 * 60 * 60 * 1000 },
    }),
  );
  app.use(express.json({ limit: '32kb' }));

  app.use('/stations', stations);
  app.use('/readings', readings);

  app.use((err, req, res, _next) => {
    req.log?.error(err);
    res.status(err.status ?? 500).json({ error: err.expose ? err.message : 'Something went wrong' });
  });
  return app;
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  createApp().listen(config.port, () => console.log(`listening on ${config.port}`));
}
