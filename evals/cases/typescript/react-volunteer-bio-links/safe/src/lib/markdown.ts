import DOMPurify from 'dompurify';
import { Marked } from 'marked';

const marked = new Marked({
  gfm: true,
  breaks: true,
  async: false,
});

marked.use({
  hooks: {
    postprocess: (html) => html.replaceAll('<a href=', '<a target="_blank" rel="noopener noreferrer" href='),
  },
});

const PREVIEW_LENGTH = 160;

/** HTML for the free text that volunteers write about themselves. */
export function renderMarkdown(source: string): string {
  const html = marked.parse(source.trim()) as string;
  return DOMPurify.sanitize(html, { ADD_ATTR: ['target'] });
}

/** One line of plain text for lists; markup characters are left out. */
export function previewText(source: string): string {
  const line = source.replace(/[*_#>`]/g, '').replace(/\s+/g, ' ').trim();
  return line.length > PREVIEW_LENGTH ? `${line.slice(0, PREVIEW_LENGTH - 1)}…` : line;
}
