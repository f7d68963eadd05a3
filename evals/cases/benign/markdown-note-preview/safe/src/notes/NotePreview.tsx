import DOMPurify from "dompurify";
import { marked } from "marked";
import { memo, useMemo } from "react";

const ALLOWED = {
  ALLOWED_TAGS: ["p", "a", "em", "strong", "code", "pre", "ul", "ol", "li", "blockquote", "h2", "h3", "hr", "br"],
  ALLOWED_ATTR: ["href", "title"],
  ALLOW_DATA_ATTR: false,
};

/** Markup of a note that may stand in the page. */
export function render(markdown: string): string {
  const html = marked.parse(markdown, { async: false, gfm: true, breaks: true });
  return DOMPurify.sanitize(html, ALLOWED);
}

export const NotePreview = memo(function NotePreview({ markdown }: { markdown: string }) {
  const html = useMemo(() => render(markdown), [markdown]);
  if (!markdown.trim()) return <p className="hint">The preview appears here.</p>;
  return <article className="preview" dangerouslySetInnerHTML={{ __html: html }} />;
});
