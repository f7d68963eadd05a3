import { marked } from 'marked';
import sanitizeHtml from 'sanitize-html';

const ALLOWED = {
  allowedTags: [...sanitizeHtml.defaults.allowedTags, 'img', 'details', 'summary'],
  allowedSchemes: ['https', 'mailto'],
};

export function renderArticle(article) {
  const body = marked.parse(article.markdown, { gfm: true, async: false });
  return sanitizeHtml(body, ALLOWED);
}
