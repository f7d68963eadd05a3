import { escapeHtml } from '../html/escape';
import type { PageMeta } from './page-meta';

const MAX = 180;

function shorten(text: string): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  return flat.length > MAX ? `${flat.slice(0, MAX - 1)}…` : flat;
}

/** The card is stored with the post, so that the page need not be fetched again. */
export function linkCard(meta: PageMeta): string {
  const host = new URL(meta.url).hostname;
  return `<aside class="link-card">
    <small>${escapeHtml(host)}</small>
    <strong>${escapeHtml(meta.title)}</strong>
    <p>${escapeHtml(shorten(meta.description))}</p>
  </aside>`;
}
