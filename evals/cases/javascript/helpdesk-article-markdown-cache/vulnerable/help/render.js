import { LRUCache } from 'lru-cache';
import { marked } from 'marked';
import { gfmHeadingId } from 'marked-gfm-heading-id';

marked.use(gfmHeadingId({ prefix: 'help-' }));

const rendered = new LRUCache({ max: 500, ttl: 3600 * 1000 });

export function renderArticle({ id, revision, markdown }) {
  const key = `${id}@${revision}`;
  let html = rendered.get(key);
  if (html === undefined) {
    html = marked.parse(markdown, { gfm: true, async: false });
    rendered.set(key, html);
  }
  return html;
}
