import sanitizeHtml, { type IOptions } from 'sanitize-html';

const plain: IOptions = { allowedTags: [], allowedAttributes: {} };

const rich: IOptions = {
  allowedTags: ['p', 'br', 'strong', 'em', 'ul', 'ol', 'li', 'a', 'img', 'h3'],
  allowedAttributes: { a: ['href', 'title', 'rel'], img: ['src', 'alt'] },
  allowedSchemes: ['https', 'mailto'],
  transformTags: {
    a: sanitizeHtml.simpleTransform('a', { rel: 'nofollow noopener' }),
  },
};

export const toPlainText = (markup: string): string => sanitizeHtml(markup, plain).trim();

export const cleanRich = (markup: string): string => sanitizeHtml(markup, rich);
