import type { ErrorRequestHandler } from 'express';
import { HttpError } from './http-error';
import { log } from '../log';

export const onError: ErrorRequestHandler = (err, req, res, next) => {
  if (res.headersSent) return next(err);

  if (err instanceof HttpError) {
    res.status(err.status).json({ error: err.message });
    return;
  }
  log.error({ err, path: req.path }, 'unexpected error');
  res.status(500).json({ error: 'Something went wrong' });
};
