import DOMPurify from 'dompurify';
import { marked } from 'marked';
import { useMemo } from 'react';
import type { RecipeNote } from '../types';
import { Avatar } from './Avatar';

interface Props {
  note: RecipeNote;
  onReply?: (noteId: string) => void;
}

export function NotePreview({ note, onReply }: Props) {
  const html = useMemo(() => {
    const rendered = marked.parse(note.source, { gfm: true, breaks: true, async: false });
    return DOMPurify.sanitize(rendered);
  }, [note.source]);

  return (
    <article className="note" aria-labelledby={`note-${note.id}`}>
      <header id={`note-${note.id}`}>
        <Avatar user={note.author} size={24} />
        <span>{note.author.name}</span>
        <time dateTime={note.createdAt}>{new Date(note.createdAt).toLocaleDateString()}</time>
      </header>
      <div className="note-body" dangerouslySetInnerHTML={{ __html: html }} />
      {onReply && (
        <button type="button" onClick={() => onReply(note.id)}>
          Reply
        </button>
      )}
    </article>
  );
}
