import connect from 'connect';
import type { ResolvedConfig } from '../config';
import { rawMiddleware } from './raw';
import { sourceMiddleware } from './source';
import { hostCheckMiddleware } from './host-check';

export function createDevMiddlewares(config: ResolvedConfig): connect.Server {
  const middlewares = connect();
  middlewares.use(hostCheckMiddleware(config));
  middlewares.use(rawMiddleware(config));
  middlewares.use(sourceMiddleware(config));
  return middlewares;
}
