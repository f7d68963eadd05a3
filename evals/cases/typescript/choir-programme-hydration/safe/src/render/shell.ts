import { html, raw } from 'hono/html'
import type { Programme } from '../programmes'

export function shell(programme: Programme) {
  const state = JSON.stringify(programme).replace(/</g, '\\u003c')

  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>${programme.title}</title>
        <link rel="stylesheet" href="/assets/main.css" />
      </head>
      <body>
        <div id="app"><h1>${programme.title}</h1></div>
        ${raw(`<script>window.__PROGRAMME__ = ${state}</script>`)}
        ${raw('<script type="module" src="/assets/main.js"></script>')}
      </body>
    </html>`
}
