import serialize from 'serialize-javascript'
import type { TimetableState } from '../timetable/state'
import { escapeHtml } from './escape'

export interface PageOptions {
  title: string
  appHtml: string
}

export function renderPage(state: TimetableState, { title, appHtml }: PageOptions): string {
  const data = serialize(state, { isJSON: true })
  return [
    '<!doctype html>',
    '<html lang="en">',
    `<head><meta charset="utf-8"><title>${escapeHtml(title)}</title></head>`,
    '<body>',
    `<div id="root">${appHtml}</div>`,
    `<script>window.__TIMETABLE__ = ${data}</script>`,
    `<script src="/assets/client.js" defer></script>`,
    '</body>',
    '</html>',
  ].join('\n')
}
