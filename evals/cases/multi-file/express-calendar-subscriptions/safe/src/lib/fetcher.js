const MAX_BYTES = 2 * 1024 * 1024;

/** The text at an address of one of our integrations. */
export async function fetchText(url, { accept = 'text/plain', timeout = 10_000 } = {}) {
  const response = await fetch(url, {
    headers: { accept, 'user-agent': 'planner/3' },
    redirect: 'error',
    signal: AbortSignal.timeout(timeout),
  });
  if (!response.ok) {
    throw new Error(`answered ${response.status}`);
  }
  let size = 0;
  const parts = [];
  for await (const part of response.body) {
    size += part.length;
    if (size > MAX_BYTES) {
      throw new Error('answer is too large');
    }
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}
