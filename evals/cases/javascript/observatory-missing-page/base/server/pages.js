'use strict'

const express = require('express')
const escapeHtml = require('escape-html')
const catalogue = require('./catalogue')

const pages = express.Router()

function layout (title, main) {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${escapeHtml(title)}</title><link rel="stylesheet" href="/sky.css"></head>
<body><nav><a href="/">Sky tonight</a></nav><main>${main}</main></body>
</html>`
}

pages.get('/object', (req, res) => {
  const designation = String(req.query.q || '').slice(0, 200)
  const object = catalogue.find(designation)

  if (!object) {
    res.status(404)
    return res.send(layout('Not found', `<p>No object called <em>${escapeHtml(designation)}</em>.</p>`))
  }

  res.send(layout(object.designation, `
    <h1>${escapeHtml(object.designation)}</h1>
    <dl>
      <dt>Magnitude</dt><dd>${Number(object.magnitude).toFixed(1)}</dd>
      <dt>Constellation</dt><dd>${escapeHtml(object.constellation)}</dd>
    </dl>`))
})

module.exports = pages
