import { load } from 'cheerio';
import type { SafeFetcher } from '../net/safe-fetcher';

export interface PageMeta {
  url: string;
  title: string;
  description: string;
}

/** Open Graph data of a page; the fetcher refuses private addresses and large bodies. */
export async function readPageMeta(fetcher: SafeFetcher, url: string): Promise<PageMeta | null> {
  const page = await fetcher.text(url, { maxBytes: 256_000, timeoutMs: 4_000 });
  if (page === null) return null;

  const $ = load(page);
  const og = (name: string) => $(`meta[property="og:${name}"]`).attr('content');
  const title = og('title') ?? $('title').first().text();
  if (!title) return null;
  return { url, title, description: og('description') ?? '' };
}
