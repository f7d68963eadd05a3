import { load } from 'cheerio';
import { fetchPublicPage } from './fetch-public-page';

export interface PageMeta {
  /** http or https, after redirects */
  url: string;
  title: string;
  description?: string;
}

export async function readPageMeta(link: string): Promise<PageMeta | null> {
  // refuses private addresses, other schemes and large bodies
  const page = await fetchPublicPage(link, { maxBytes: 512 * 1024, timeoutMs: 4000 });
  if (!page || !page.contentType.startsWith('text/html')) {
    return null;
  }
  const $ = load(page.body);
  const title = $('meta[property="og:title"]').attr('content') ?? $('title').first().text();
  if (!title.trim()) {
    return null;
  }
  return {
    url: page.url,
    title: title.trim(),
    description: $('meta[property="og:description"]').attr('content'),
  };
}
