const HOSTS = new Set(['topotiles.example', 'winterlayer.example']);

/** The address of a tile, or null when it is not one of our map servers. */
export function upstreamOf(text: unknown): URL | null {
  if (typeof text !== 'string' || !URL.canParse(text)) {
    return null;
  }
  const url = new URL(text);
  if (url.protocol !== 'https:' || url.port !== '' || url.username !== '') {
    return null;
  }
  return HOSTS.has(url.hostname) ? url : null;
}
