import escape from 'lodash/escape'
import escapeRegExp from 'lodash/escapeRegExp'

export function highlight (text, query) {
  const safe = escape(text)
  if (!query) return safe
  const pattern = new RegExp(`(${escapeRegExp(escape(query))})`, 'gi')
  return safe.replace(pattern, '<mark>$1</mark>')
}
