import sanitizeHtml from 'sanitize-html';
import { marked } from 'marked';

export interface PostRow {
  id: number;
  body: string;
}

/** Stored with the post and sent to browsers as it is. */
export async function renderPost(post: PostRow): Promise<string> {
  const body = sanitizeHtml(await marked.parse(post.body));
  return `<div class="post-body">${body}</div>`;
}
