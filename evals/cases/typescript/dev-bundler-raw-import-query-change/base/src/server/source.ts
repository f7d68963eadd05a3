import fs from 'node:fs/promises';
import type { NextHandleFunction } from 'connect';
import type { ResolvedConfig } from '../config';
import { transform } from '../transform';
import { fileOf, isServable } from './access';

const SOURCE = /\.(?:[cm]?[jt]sx?|css|json)$/;

export function sourceMiddleware(config: ResolvedConfig): NextHandleFunction {
  return async (req, res, next) => {
    try {
      const file = fileOf(req.url ?? '/', config);
      if (req.method !== 'GET' || !SOURCE.test(file)) {
        next();
        return;
      }
      if (!isServable(file, config)) {
        res.statusCode = 403;
        res.end('Outside of the served files');
        return;
      }
      const { code } = await transform(await fs.readFile(file, 'utf8'), file, config);
      res.setHeader('Content-Type', 'text/javascript');
      res.end(code);
    } catch (error) {
      next(error);
    }
  };
}
