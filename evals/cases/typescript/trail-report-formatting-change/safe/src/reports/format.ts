import DOMPurify from 'dompurify';
import { marked } from 'marked';

marked.use({ gfm: true, breaks: true });

/** Markdown of a report, as written by the hiker, to HTML. */
export function formatReport(text: string): string {
  const source = text.trim().slice(0, 10_000);
  return DOMPurify.sanitize(marked.parse(source, { async: false }) as string);
}
