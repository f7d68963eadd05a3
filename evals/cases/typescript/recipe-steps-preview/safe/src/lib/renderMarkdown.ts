import DOMPurify from 'dompurify';
import { marked } from 'marked';

marked.use({ gfm: true, breaks: true });

const MAX_ENTRIES = 200;
const cache = new Map<string, string>();

function remember(source: string, html: string): string {
  if (cache.size >= MAX_ENTRIES) {
    const oldest = cache.keys().next().value as string;
    cache.delete(oldest);
  }
  cache.set(source, html);
  return html;
}

/** Steps are rendered again on each keystroke of the editor, most of them unchanged. */
export function renderMarkdown(source: string): string {
  const known = cache.get(source);
  if (known !== undefined) {
    return known;
  }
  const html = marked.parse(source, { async: false });
  return remember(source, DOMPurify.sanitize(html, { USE_PROFILES: { html: true } }));
}
