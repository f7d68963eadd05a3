import { useMemo } from 'react';

import { Avatar } from '../../components/Avatar';
import { renderMarkdown } from '../../lib/markdown';
import { formatRelative } from '../../lib/dates';
import type { TicketComment } from './types';

interface CommentCardProps {
  comment: TicketComment;
  isAgent: boolean;
  onReply: (id: string) => void;
}

export function CommentCard({ comment, isAgent, onReply }: CommentCardProps) {
  const { author, body, createdAt } = comment;
  const html = useMemo(() => renderMarkdown(body), [body]);

  return (
    <article className="comment" aria-label={`Comment by ${author.name}`}>
      <header className="comment__head">
        <Avatar name={author.name} src={author.avatarUrl} size={32} />
        <strong>{author.name}</strong>
        {author.isAgent && <span className="badge">Support</span>}
        <time dateTime={createdAt}>{formatRelative(createdAt)}</time>
      </header>
      <div className="comment__body prose" dangerouslySetInnerHTML={{ __html: html }} />
      {isAgent && (
        <footer>
          <button type="button" onClick={() => onReply(comment.id)}>
            Reply
          </button>
        </footer>
      )}
    </article>
  );
}
