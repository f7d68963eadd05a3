const TITLE = /<title[^>]*>([^<]{1,300})<\/title>/i;
const MAX_BYTES = 200_000;

async function download(url: string): Promise<string> {
  const res = await fetch(url, {
    signal: AbortSignal.timeout(5_000),
    headers: { accept: 'text/html' },
  });
  if (!res.ok || !res.body) return '';

  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of res.body) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > MAX_BYTES) break;
  }
  return text;
}

/** The title of a page that a student wants to bookmark; its host if there is none. */
export async function fetchTitle(link: string): Promise<string> {
  const url = new URL(link);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw new RangeError(`Cannot bookmark ${url.protocol} links`);
  }
  try {
    const [, title] = TITLE.exec(await download(url.href)) ?? [];
    return title?.trim() || url.hostname;
  } catch {
    return url.hostname;
  }
}
