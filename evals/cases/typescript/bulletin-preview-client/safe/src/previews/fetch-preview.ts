import got from 'got';
import { globalHttpAgent, globalHttpsAgent } from 'request-filtering-agent';
import { parse } from 'node-html-parser';
import { logger } from '../logger';

export interface Preview {
  link: string;
  title: string;
  image?: string;
}

const MAX_BYTES = 1_000_000;
const USER_AGENT = 'bulletin-preview/2';

async function download(link: string): Promise<string | null> {
  const response = await got(link, {
    agent: { http: globalHttpAgent, https: globalHttpsAgent },
    headers: { 'user-agent': USER_AGENT },
    followRedirect: true,
    maxRedirects: 3,
    timeout: { request: 5000 },
    retry: { limit: 0 },
  });
  const type = response.headers['content-type'] ?? '';
  return type.includes('html') ? response.body.slice(0, MAX_BYTES) : null;
}

/** Called by the worker for the first link of a new post. */
export async function fetchPreview(link: string): Promise<Preview | null> {
  if (!/^https?:\/\//i.test(link)) {
    return null;
  }
  try {
    const html = await download(link);
    if (!html) return null;
    const page = parse(html);
    const title = page.querySelector('title')?.text.trim();
    const image = page.querySelector('meta[property="og:image"]')?.getAttribute('content');
    return title ? { link, title: title.slice(0, 200), image } : null;
  } catch (err) {
    logger.info({ err, link }, 'no preview');
    return null;
  }
}
