import { LRUCache } from 'lru-cache';
import { marked } from 'marked';
import { gfmHeadingId } from 'marked-gfm-heading-id';
import sanitizeHtml from 'sanitize-html';

marked.use(gfmHeadingId({ prefix: 'help-' }));

const POLICY = {
  ...sanitizeHtml.defaults,
  allowedTags: [...sanitizeHtml.defaults.allowedTags, 'img', 'details', 'summary'],
  allowedAttributes: { ...sanitizeHtml.defaults.allowedAttributes, h2: ['id'], h3: ['id'] },
  allowedSchemes: ['https', 'mailto'],
};

const rendered = new LRUCache({ max: 500, ttl: 3600 * 1000 });

export function renderArticle({ id, revision, markdown }) {
  const key = `${id}@${revision}`;
  let html = rendered.get(key);
  if (html === undefined) {
    html = sanitizeHtml(marked.parse(markdown, { gfm: true, async: false }), POLICY);
    rendered.set(key, html);
  }
  return html;
}
