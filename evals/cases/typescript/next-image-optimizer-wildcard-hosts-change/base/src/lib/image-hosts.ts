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
  return hosts.includes(url.hostname);
}
