export interface CommentAuthor {
  id: string;
  name: string;
  avatarUrl: string | null;
  isAgent: boolean;
}

export interface TicketComment {
  id: string;
  ticketId: string;
  author: CommentAuthor;
  /** Raw text as the author typed it. */
  body: string;
  createdAt: string;
}
