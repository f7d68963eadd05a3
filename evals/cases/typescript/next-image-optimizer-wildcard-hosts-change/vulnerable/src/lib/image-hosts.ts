function toPattern(host: string): RegExp {
  const escaped = host.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace('*', '.+');
  return new RegExp(`^https://${escaped}(/|$)`, 'i');
}

const patterns = new Map<string, RegExp>();

function patternOf(host: string): RegExp {
  let pattern = patterns.get(host);
  if (!pattern) {
    pattern = toPattern(host);
    patterns.set(host, pattern);
  }
  return pattern;
}

/** Whether the optimizer may load the image of a URL. */
export function isAllowedSource(source: string, hosts: readonly string[]): boolean {
  return hosts.some((host) => patternOf(host).test(source));
}
