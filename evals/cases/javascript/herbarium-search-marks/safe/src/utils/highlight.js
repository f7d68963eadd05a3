import escape from 'lodash/escape'
import escapeRegExp from 'lodash/escapeRegExp'

const words = (query) => query.split(/\s+/).filter((word) => word.length > 1)

export function highlight (text, query) {
  const terms = words(query ?? '').map(escapeRegExp)
  if (terms.length === 0) return escape(text)
  // split keeps what is in the group: every odd piece is a match
  return text
    .split(new RegExp(`(${terms.join('|')})`, 'gi'))
    .map((piece, i) => (i % 2 ? `<mark>${escape(piece)}</mark>` : escape(piece)))
    .join('')
}
