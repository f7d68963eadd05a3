import type { ErrorRequestHandler, RequestHandler } from 'express';
import { randomUUID } from 'node:crypto';
import { ZodError } from 'zod';
import { logger } from './logger';

export class HttpProblem extends Error {
  constructor(
    readonly status: number,
    readonly title: string,
  ) {
    super(title);
  }
}

export const notFound: RequestHandler = (_req, _res, next) => next(new HttpProblem(404, 'Not found'));

export const onError: ErrorRequestHandler = (err, req, res, next) => {
  if (res.headersSent) return next(err);
  const reference = randomUUID();
  logger.error({ err, reference, path: req.path }, 'request failed');
  const status = err instanceof HttpProblem ? err.status : err instanceof ZodError ? 422 : 500;
  res.status(status).send('Something went wrong');
};
