import { renderMarkdown } from '../lib/markdown';
import type { RecipeNote } from '../types';
import { Avatar } from './Avatar';

interface Props {
  note: RecipeNote;
  onReply?: (noteId: string) => void;
}

export function NotePreview({ note, onReply }: Props) {
  return (
    <article className="note" aria-labelledby={`note-${note.id}`}>
      <header id={`note-${note.id}`}>
        <Avatar user={note.author} size={24} />
        <span>{note.author.name}</span>
        <time dateTime={note.createdAt}>{new Date(note.createdAt).toLocaleDateString()}</time>
      </header>
      <div className="note-body" dangerouslySetInnerHTML={{ __html: renderMarkdown(note.source) }} />
      {onReply && (
        <button type="button" onClick={() => onReply(note.id)}>
          Reply
        </button>
      )}
    </article>
  );
}
