import { Logger } from '@nestjs/common';
import type { CorsOptions } from '@nestjs/common/interfaces/external/cors-options.interface';
import type { AppConfig } from '../config/app.config';

const log = new Logger('Cors');

export function corsFor(config: AppConfig): CorsOptions {
  const known = new Set(config.webOrigins);

  return {
    credentials: true,
    methods: ['GET', 'POST', 'PATCH', 'DELETE'],
    maxAge: 600,
    origin: (origin, done) => {
      const ok = !origin || known.has(origin);
      if (!ok) {
        log.debug(`request of ${origin}`);
      }
      done(null, ok);
    },
  };
}
