import sanitizeHtml from 'sanitize-html';
import { marked } from 'marked';
import { cardHtml } from '../unfurl/card';
import { readPageMeta } from '../unfurl/page-meta';

export interface PostRow {
  id: number;
  body: string;
  firstLink: string | null;
}

/** Stored with the post and sent to browsers as it is. */
export async function renderPost(post: PostRow): Promise<string> {
  const body = sanitizeHtml(await marked.parse(post.body));
  const meta = post.firstLink ? await readPageMeta(post.firstLink) : null;
  return `<div class="post-body">${body}</div>${meta ? cardHtml(meta) : ''}`;
}
