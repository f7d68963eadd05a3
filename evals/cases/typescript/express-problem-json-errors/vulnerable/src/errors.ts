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

interface Problem {
  title: string;
  status: number;
  instance: string;
  detail?: unknown;
}

function toProblem(err: unknown, reference: string): Problem {
  const instance = `urn:uuid:${reference}`;
  if (err instanceof HttpProblem) return { title: err.title, status: err.status, instance };
  if (err instanceof ZodError) {
    const detail = err.issues.map(({ path, code }) => ({ field: path.join('.'), code }));
    return { title: 'Invalid input', status: 422, instance, detail };
  }
  const cause = err as Error;
  return { title: cause.message, status: 500, instance, detail: cause.stack?.split('\n') };
}

export const notFound: RequestHandler = (_req, _res, next) => next(new HttpProblem(404, 'Not found'));

export const onError: ErrorRequestHandler = (err, req, res, next) => {
  if (res.headersSent) return next(err);
  const reference = randomUUID();
  logger.error({ err, reference, path: req.path }, 'request failed');
  const problem = toProblem(err, reference);
  res.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
};
