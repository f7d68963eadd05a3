import { readFileSync } from "node:fs";

import { escapeHtml } from "../text/escape";
import type { Mailer } from "./mailer";

export interface Comment {
  id: number;
  author: string;
  page: string;
  body: string;
}

const template = readFileSync(new URL("./comment-mail.html", import.meta.url), "utf8");

export function renderComment(comment: Comment, siteUrl: string): string {
  return template
    .replace("{{author}}", () => escapeHtml(comment.author))
    .replace("{{page}}", () => escapeHtml(comment.page))
    .replace("{{body}}", () => escapeHtml(comment.body))
    .replace("{{link}}", () => `${siteUrl}/comments/${comment.id}`);
}

export async function notifyModerators(mailer: Mailer, comment: Comment, moderators: string[]): Promise<void> {
  const html = renderComment(comment, "https://wiki.acme.example");
  await Promise.all(moderators.map((to) => mailer.send({ to, subject: "A new comment is waiting", html })));
}
