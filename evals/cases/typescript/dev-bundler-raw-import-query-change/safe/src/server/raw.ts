import fs from 'node:fs/promises';
import type { NextHandleFunction } from 'connect';
import type { ResolvedConfig } from '../config';
import { fileOf, isServable } from './access';

const RAW = /[?&]raw(?:&|$)/;

/** import shader from './water.glsl?raw' */
export function rawMiddleware(config: ResolvedConfig): NextHandleFunction {
  return async (req, res, next) => {
    const url = req.url ?? '/';
    if (req.method !== 'GET' || !RAW.test(url)) {
      next();
      return;
    }
    try {
      const file = fileOf(url, config);
      if (!isServable(file, config)) {
        res.statusCode = 403;
        res.end('Outside of the served files');
        return;
      }
      const text = await fs.readFile(file, 'utf8');
      res.setHeader('Content-Type', 'text/javascript');
      res.end(`export default ${JSON.stringify(text)};\n`);
    } catch (error) {
      next(error);
    }
  };
}
