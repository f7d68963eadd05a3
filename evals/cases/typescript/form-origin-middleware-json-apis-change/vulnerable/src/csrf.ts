import type { Middleware, RequestContext } from './types';

export interface CsrfOptions {
  /** Origins that may send requests next to our own. */
  trusted?: readonly string[];
}

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

// what a <form> of another site can send; everything else needs a preflight
const FORM_TYPES = ['application/x-www-form-urlencoded', 'multipart/form-data'];

function contentTypeOf(context: RequestContext): string {
  return (context.request.headers.get('content-type') ?? '').split(';')[0].trim();
}

function originOf(context: RequestContext): string | null {
  const origin = context.request.headers.get('origin');
  if (origin) return origin === 'null' ? null : origin;
  const referer = context.request.headers.get('referer');
  return referer && URL.canParse(referer) ? new URL(referer).origin : null;
}

/**
 * Refuses requests that change something and come from another site.
 * The session cookie of the framework is SameSite=None, for embedded apps.
 */
export function csrf(options: CsrfOptions = {}): Middleware {
  const trusted = new Set(options.trusted);

  return async (context, next) => {
    if (SAFE_METHODS.has(context.request.method)) {
      return next();
    }
    // command line tools and native apps send no Origin
    const contentType = contentTypeOf(context);
    if (!FORM_TYPES.includes(contentType)) {
      return next();
    }
    const origin = originOf(context);
    if (origin !== null && (origin === context.url.origin || trusted.has(origin))) {
      return next();
    }
    context.log.warn('request refused', { origin, path: context.url.pathname });
    return new Response('Cross-site request refused', { status: 403 });
  };
}
