function matchesHost(hostname: string, host: string): boolean {
  if (host.startsWith('*.')) {
    const suffix = host.slice(1);
    return hostname.endsWith(suffix) && hostname.length > suffix.length;
  }
  return hostname === host;
}

/** Whether the optimizer may load the image of a URL. */
export function isAllowedSource(source: string, hosts: readonly string[]): boolean {
  let url: URL;
  try {
    url = new URL(source);
  } catch {
    return false;
  }
  if (url.protocol !== 'https:' || url.username || url.password || url.port) {
    return false;
  }
  return hosts.some((host) => matchesHost(url.hostname, host));
}
