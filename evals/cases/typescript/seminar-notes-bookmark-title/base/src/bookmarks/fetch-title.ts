import axios from 'axios';
import { useAgent } from 'request-filtering-agent';

const TITLE = /<title[^>]*>([^<]{1,300})<\/title>/i;
const MAX_BYTES = 200_000;

async function download(url: string): Promise<string> {
  const agent = useAgent(url);
  const res = await axios.get<string>(url, {
    httpAgent: agent,
    httpsAgent: agent,
    maxRedirects: 0,
    timeout: 5_000,
    maxContentLength: MAX_BYTES,
    responseType: 'text',
  });
  return res.data;
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
