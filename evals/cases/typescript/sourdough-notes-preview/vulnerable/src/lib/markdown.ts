import { marked } from 'marked';

const NOTE = /\[\^(\w+)\]:\s*(.+)$/gm;

interface Note {
  id: string;
  text: string;
}

function footnotes(notes: Note[]): string {
  if (notes.length === 0) return '';
  const items = notes.map((n) => `<li id="fn-${n.id}">${marked.parseInline(n.text)}</li>`);
  return `<ol class="footnotes">${items.join('')}</ol>`;
}

/** Markdown as the bakers write it: GitHub flavour plus [^1] footnotes. */
export function renderMarkdown(source: string): string {
  const notes: Note[] = [];
  const body = source.replace(NOTE, (_all, id: string, text: string) => {
    notes.push({ id, text });
    return '';
  });

  const html = marked.parse(body, { gfm: true, breaks: true, async: false });
  return html + footnotes(notes);
}
