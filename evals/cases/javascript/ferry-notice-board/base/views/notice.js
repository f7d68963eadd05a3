'use strict'

const { html } = require('./html')

const time = date => date.toISOString().slice(11, 16)

function noticeRow (notice) {
  return html`
    <li class="notice notice--${notice.kind}">
      <b>${notice.vessel}</b>
      <span>${time(notice.departsAt)}</span>
      <p>${notice.headline}</p>
    </li>`
}

function board (harbour, notices) {
  return html`<!doctype html>
    <title>${harbour.name}</title>
    <h1>Departures from ${harbour.name}</h1>
    <ul>${notices.map(noticeRow)}</ul>`
}

module.exports = { board }
