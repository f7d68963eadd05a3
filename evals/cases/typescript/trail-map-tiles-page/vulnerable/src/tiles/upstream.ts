const HOSTS = ['topotiles.example', 'winterlayer.example'];

/** The servers are numbered: a.topotiles.example, b.topotiles.example and so on. */
function isKnown(hostname: string): boolean {
  return HOSTS.some((host) => hostname.endsWith(host));
}

/** The address of a tile, or null when it is not one of our map servers. */
export function upstreamOf(text: unknown): URL | null {
  if (typeof text !== 'string' || !URL.canParse(text)) {
    return null;
  }
  const url = new URL(text);
  if (url.protocol !== 'https:' || url.port !== '' || url.username !== '') {
    return null;
  }
  return isKnown(url.hostname) ? url : null;
}
