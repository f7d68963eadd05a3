import escapeRegExp from 'lodash/escapeRegExp'

const words = (query) => query.split(/\s+/).filter((word) => word.length > 1)

export function highlight (text, query) {
  const terms = words(query ?? '').map(escapeRegExp)
  if (terms.length === 0) return text
  const pattern = new RegExp(`(${terms.join('|')})`, 'gi')
  return text.replace(pattern, '<mark>$1</mark>')
}
