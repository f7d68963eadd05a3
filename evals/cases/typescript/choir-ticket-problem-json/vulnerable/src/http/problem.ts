import type { ErrorRequestHandler } from 'express';
import { randomUUID } from 'node:crypto';
import { HttpError } from './http-error';
import { log } from '../log';

interface Problem {
  type: string;
  title: string;
  status: number;
  instance: string;
  detail?: string;
  stack?: string;
}

export const onError: ErrorRequestHandler = (err, req, res, next) => {
  if (res.headersSent) return next(err);

  const instance = `urn:uuid:${randomUUID()}`;
  const status = err instanceof HttpError ? err.status : 500;
  if (status >= 500) log.error({ err, instance, path: req.path }, 'unexpected error');

  const problem: Problem = {
    type: 'about:blank',
    title: status < 500 ? 'The request cannot be handled' : 'Something went wrong',
    status,
    instance,
    detail: err.message,
    stack: err.stack,
  };
  res.status(status).type('application/problem+json').send(JSON.stringify(problem));
};
