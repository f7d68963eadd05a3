import { PageMeta } from './page-meta';

/** The HTML that the timeline shows under a post that has a link. */
export function cardHtml(meta: PageMeta): string {
  const text = meta.description ? `<p>${meta.description.slice(0, 240)}</p>` : '';
  return [
    `<a class="card" rel="nofollow noopener" href="${encodeURI(meta.url)}">`,
    `  <strong>${meta.title}</strong>`,
    `  ${text}`,
    `  <small>${new URL(meta.url).hostname}</small>`,
    '</a>',
  ].join('\n');
}
