import type { Mailer } from "./mailer";

export interface Comment {
  id: number;
  author: string;
  page: string;
  body: string;
}

export function renderComment(comment: Comment, siteUrl: string): string {
  return `
    <p><b>${comment.author}</b> wrote on <i>${comment.page}</i>:</p>
    <blockquote>${comment.body}</blockquote>
    <p><a href="${siteUrl}/comments/${comment.id}">Approve or reject</a></p>
  `;
}

export async function notifyModerators(mailer: Mailer, comment: Comment, moderators: string[]): Promise<void> {
  const html = renderComment(comment, "https://wiki.acme.example");
  await Promise.all(moderators.map((to) => mailer.send({ to, subject: "A new comment is waiting", html })));
}
