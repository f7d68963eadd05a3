import sanitizeHtml, { type IOptions } from 'sanitize-html';

const MAP_HOSTS = ['www.openstreetmap.org', 'www.google.com'];

const plain: IOptions = { allowedTags: [], allowedAttributes: {} };

const rich: IOptions = {
  allowedTags: ['p', 'br', 'strong', 'em', 'ul', 'ol', 'li', 'a', 'img', 'h3', 'iframe'],
  allowedAttributes: false,
  allowedSchemes: ['https', 'mailto'],
  allowedIframeHostnames: MAP_HOSTS,
  allowIframeRelativeUrls: false,
  transformTags: {
    a: sanitizeHtml.simpleTransform('a', { rel: 'nofollow noopener' }),
  },
};

export const toPlainText = (markup: string): string => sanitizeHtml(markup, plain).trim();

export const cleanRich = (markup: string): string => sanitizeHtml(markup, rich);
