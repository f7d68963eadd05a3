export class SearchFailed extends Error {
  constructor(cause) {
    super('The search did not work', { cause });
    this.status = 502;
  }
}

export function notFound(req, res) {
  res.status(404).json({ error: 'Not found' });
}

// eslint-disable-next-line no-unused-vars
export function errorHandler(err, req, res, next) {
  const status = err.status ?? 500;
  req.log.error({ err }, 'request failed');
  if (res.headersSent) {
    res.destroy();
    return;
  }
  if (err instanceof SearchFailed) {
    const { name, message, meta } = err.cause;
    res.status(status).json({ error: err.message, reason: { name, message, meta, at: err.stack } });
    return;
  }
  res.status(status).json({ error: 'Something went wrong' });
}
