import { html } from 'hono/html'

const STATES = {
  announced: 'Announced',
  depot: 'At the depot',
  van: 'On the van',
  delivered: 'Delivered',
}

export const layout = (title, content) => html`<!doctype html>
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <title>${title} | Northline Parcels</title>
      <link rel="stylesheet" href="/static/site.css" />
    </head>
    <body>
      <main>${content}</main>
    </body>
  </html>`

const withBreaks = (note) => note.split(/\r?\n/).map((line) => html`${line}<br />`)

const step = ({ state, at, depot }) => html`
  <li>
    <b>${STATES[state] ?? state}</b>
    <time datetime="${at}">${at.slice(0, 16).replace('T', ' ')}</time>
    ${depot ? html`<span>${depot}</span>` : ''}
  </li>
`

export const trackingPage = (parcel) =>
  layout(
    `Parcel ${parcel.number}`,
    html`
      <h1>Parcel ${parcel.number}</h1>
      <dl>
        <dt>From</dt>
        <dd>${parcel.senderName}</dd>
        ${parcel.note
          ? html`<dt>Note for the driver</dt>
              <dd>${withBreaks(parcel.note)}</dd>`
          : ''}
      </dl>
      <ol>
        ${parcel.steps.map(step)}
      </ol>
    `,
  )

export const notFoundPage = (number) =>
  layout('Not found', html`<p>We have no parcel with the number ${number}.</p>`)
