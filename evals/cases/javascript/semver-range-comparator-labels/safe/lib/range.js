const OPERATOR = '(<=|>=|<|>|=|~|\\^)?'
const NUMBER = '(0|[1-9]\\d{0,8})'
const LABEL = '[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*'

const COMPARATOR = new RegExp(`^${OPERATOR}${NUMBER}\\.${NUMBER}\\.${NUMBER}(?:-(${LABEL}))?$`)

export class RangeSyntaxError extends Error {}

function parseComparator(text) {
  const match = COMPARATOR.exec(text.trim())
  if (!match) {
    throw new RangeSyntaxError(`Not a comparator: ${text.slice(0, 40)}`)
  }
  const [, operator = '=', major, minor, patch, label] = match
  return { operator, version: [Number(major), Number(minor), Number(patch)], label: label ?? null }
}

/**
 * Parses "^1.2.0 || >=2.0.0-beta.1 <3.0.0" into alternatives of comparators.
 */
export function parseRange(text) {
  return text.split('||').map((part) => part.trim().split(' ').filter(Boolean).map(parseComparator))
}

export function compareVersions(a, b) {
  for (let i = 0; i < 3; i++) {
    if (a.version[i] !== b.version[i]) return a.version[i] < b.version[i] ? -1 : 1
  }
  if (a.label === b.label) return 0
  if (a.label === null) return 1
  if (b.label === null) return -1
  return a.label < b.label ? -1 : 1
}
