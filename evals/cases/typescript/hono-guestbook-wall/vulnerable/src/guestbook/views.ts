import { html, raw } from 'hono/html';
import type { Entry } from './store';

const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium' });

function body(entry: Entry) {
  return raw(entry.text.trim().replace(/\r?\n/g, '<br>'));
}

const item = (entry: Entry) => html`
  <li class="entry">
    <blockquote>${body(entry)}</blockquote>
    <cite>${entry.author}, ${day.format(entry.createdAt)}</cite>
  </li>
`;

export const wall = (entries: Entry[]) => html`<!doctype html>
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <title>Guest book</title>
    </head>
    <body>
      <ol>
        ${entries.map(item)}
      </ol>
    </body>
  </html>`;
