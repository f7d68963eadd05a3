import { Avatar } from '../../components/Avatar';
import { formatRelative } from '../../lib/dates';
import type { TicketComment } from './types';

interface CommentCardProps {
  comment: TicketComment;
  isAgent: boolean;
  onReply: (id: string) => void;
}

export function CommentCard({ comment, isAgent, onReply }: CommentCardProps) {
  const { author, body, createdAt } = comment;

  return (
    <article className="comment" aria-label={`Comment by ${author.name}`}>
      <header className="comment__head">
        <Avatar name={author.name} src={author.avatarUrl} size={32} />
        <strong>{author.name}</strong>
        {author.isAgent && <span className="badge">Support</span>}
        <time dateTime={createdAt}>{formatRelative(createdAt)}</time>
      </header>
      <p className="comment__body">{body}</p>
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
