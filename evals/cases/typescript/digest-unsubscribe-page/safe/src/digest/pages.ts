import escapeHtml from 'escape-html';

const STYLE = '/static/digest.css';

function shell(title: string, body: string): string {
  return [
    '<!doctype html>',
    `<html lang="en"><head><title>Weekly digest</title><link rel="stylesheet" href="${STYLE}"></head>`,
    `<body><main><h1>${title}</h1>${body}</main></body></html>`,
  ].join('\n');
}

export function messagePage(title: string, message: string): string {
  return shell(escapeHtml(title), `<p>${escapeHtml(message)}</p>`);
}

export function linkList(title: string, links: Array<{ href: string; text: string }>): string {
  const items = links.map((l) => `<li><a href="${escapeHtml(l.href)}">${escapeHtml(l.text)}</a></li>`);
  return shell(escapeHtml(title), `<ul>${items.join('')}</ul>`);
}
