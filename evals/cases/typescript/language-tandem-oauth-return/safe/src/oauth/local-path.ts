const BASE = 'http://local.invalid';

/** Path and query of an address within this site, undefined for all others. */
export function localPath(value: unknown): string | undefined {
  if (typeof value !== 'string' || !URL.canParse(value, BASE)) return undefined;
  const url = new URL(value, BASE);
  if (url.origin !== BASE || url.pathname.startsWith('//')) return undefined;
  return url.pathname + url.search;
}
