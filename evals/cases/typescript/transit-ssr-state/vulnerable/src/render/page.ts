import type { TimetableState } from '../timetable/state'
import { escapeHtml } from './escape'

function toScript(state: TimetableState): string {
  return JSON.stringify(state)
}

export interface PageOptions {
  title: string
  appHtml: string
}

export function renderPage(state: TimetableState, { title, appHtml }: PageOptions): string {
  const data = toScript(state)
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
