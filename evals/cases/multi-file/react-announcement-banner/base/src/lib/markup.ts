import DOMPurify from 'dompurify';

const ADDRESS = /\bhttps:\/\/[\w.-]+(?:\/[\w./~-]*)?/g;

/** Makes links of the addresses in a text. */
export function linkify(text: string): string {
  return text.replace(ADDRESS, (url) => `<a href="${url}" rel="noopener">${url}</a>`);
}

/** Keeps harmless formatting of a piece of HTML. */
export function sanitizeHtml(html: string): string {
  return DOMPurify.sanitize(html, {
    ALLOWED_TAGS: ['a', 'b', 'br', 'em', 'i', 'li', 'ol', 'p', 'strong', 'ul'],
    ALLOWED_ATTR: ['href', 'rel'],
  });
}
