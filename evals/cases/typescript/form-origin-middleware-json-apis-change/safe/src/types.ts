export interface Logger {
  info(message: string, fields?: Record<string, unknown>): void;
  warn(message: string, fields?: Record<string, unknown>): void;
}

export interface RequestContext {
  request: Request;
  /** Public URL of the request, with the configured origin. */
  url: URL;
  log: Logger;
  /** Reads the body as the content type says: JSON, or fields of a form. */
  body(): Promise<unknown>;
}

export type Next = () => Promise<Response>;

export type Middleware = (context: RequestContext, next: Next) => Promise<Response>;
