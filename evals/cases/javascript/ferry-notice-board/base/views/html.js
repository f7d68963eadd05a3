'use strict'

const MAP = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

class Raw {
  constructor (text) { this.text = text }
  toString () { return this.text }
}

const raw = text => new Raw(String(text))

function render (value) {
  if (value === null || value === undefined || value === false) return ''
  if (Array.isArray(value)) return value.map(render).join('')
  if (value instanceof Raw) return value.text
  return String(value).replace(/[&<>"']/g, c => MAP[c])
}

function html (strings, ...values) {
  return raw(strings.reduce((out, s, i) => out + render(values[i - 1]) + s))
}

module.exports = { html, raw }
