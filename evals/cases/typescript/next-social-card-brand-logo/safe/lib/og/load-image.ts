const MAX_BYTES = 512 * 1024;
const IMAGE_TYPES = new Set(['image/png', 'image/jpeg']);
const ASSET_HOSTS = new Set(['assets.lumapost.io', 'uploads.lumapost.io']);

function assetUrl(address: string): URL | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  return url.protocol === 'https:' && url.port === '' && ASSET_HOSTS.has(url.hostname) ? url : null;
}

export async function loadImage(address: string): Promise<string | null> {
  const source = assetUrl(address);
  if (!source) return null;

  const res = await fetch(source, { signal: AbortSignal.timeout(3000), redirect: 'error' });
  const type = res.headers.get('content-type') ?? '';
  const length = Number(res.headers.get('content-length') ?? Infinity);
  if (!res.ok || !IMAGE_TYPES.has(type) || length > MAX_BYTES) return null;

  const bytes = Buffer.from(await res.arrayBuffer());
  return `data:${type};base64,${bytes.toString('base64')}`;
}
