import { escapeHtml } from '../html/escape';
import type { SafeFetcher } from '../net/safe-fetcher';
import { linkCard } from '../unfurl/card';
import { readPageMeta } from '../unfurl/page-meta';

const LINK = /\bhttps?:\/\/[^\s<>"']+/g;

function paragraphs(text: string): string {
  return text
    .split(/\n{2,}/)
    .map((p) => `<p>${escapeHtml(p).replace(/\n/g, '<br>')}</p>`)
    .join('');
}

/** HTML of a post as it is stored and shown to readers. */
export async function renderPost(text: string, fetcher: SafeFetcher): Promise<string> {
  const [firstLink] = text.match(LINK) ?? [];
  let html = paragraphs(text);
  if (firstLink) {
    const meta = await readPageMeta(fetcher, firstLink);
    if (meta) html += linkCard(meta);
  }
  return html;
}
