class Markup {
  constructor (text) {
    this.text = text
  }

  toString () {
    return this.text
  }
}

const map = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function fill (value) {
  if (value instanceof Markup) return value.text
  if (Array.isArray(value)) return value.map(fill).join('')
  return String(value ?? '').replace(/[&<>"']/g, (c) => map[c])
}

export function html (strings, ...values) {
  return new Markup(strings.reduce((out, s, i) => out + fill(values[i - 1]) + s))
}
