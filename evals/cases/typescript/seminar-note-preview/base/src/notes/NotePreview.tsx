import DOMPurify from 'dompurify';
import { marked } from 'marked';
import { useMemo } from 'react';

import { useNote } from './useNote';

type Props = {
  noteId: string;
  compact?: boolean;
};

function toHtml(markdown: string): string {
  const rendered = marked.parse(markdown, { async: false, gfm: true, breaks: true });
  return DOMPurify.sanitize(rendered, { USE_PROFILES: { html: true } });
}

function firstParagraph(markdown: string): string {
  return markdown.split(/\n{2,}/, 1)[0] ?? '';
}

/** A note of any participant of the seminar, as the others see it. */
export function NotePreview({ noteId, compact = false }: Props) {
  const { note, error, isLoading } = useNote(noteId);
  const text = note ? (compact ? firstParagraph(note.text) : note.text) : '';
  const html = useMemo(() => toHtml(text), [text]);

  if (isLoading) {
    return <div className="note note--loading" aria-busy="true" />;
  }
  if (error || !note) {
    return <p className="note note--error">This note could not be loaded.</p>;
  }

  return (
    <article className="note">
      <header>
        <strong>{note.author.name}</strong> <time dateTime={note.updatedAt}>{note.updatedAt.slice(0, 10)}</time>
      </header>
      <div className="note__body" dangerouslySetInnerHTML={{ __html: html }} />
    </article>
  );
}
