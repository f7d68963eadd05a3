/** An error that the client has brought about and may read. */
export class HttpError extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
    this.name = 'HttpError';
  }

  static notFound(what: string): HttpError {
    return new HttpError(404, `No such ${what}`);
  }

  static invalid(what: string): HttpError {
    return new HttpError(422, `Invalid ${what}`);
  }
}
