import { percent, integer, bytes } from './formats.js'

const NAMED = { percent, integer, bytes }

// Custom formatters are exported as "fn:" and the text of the formatter
const PREFIX = 'fn:'
const MAX_CHARTS = 40

export class DashboardFormatError extends Error {}

// Only {value} and {unit} mean something: "fn:{value} {unit} per hour"
function toFormatter(text) {
  return (value, unit) => text.replace(/\{(value|unit)\}/g, (_, name) => (name === 'value' ? value : unit))
}

function revive(key, value) {
  if (key !== 'formatter') return value
  if (typeof value === 'string' && value.startsWith(PREFIX)) {
    return toFormatter(value.slice(PREFIX.length))
  }
  if (typeof value !== 'string' || !Object.hasOwn(NAMED, value)) {
    throw new DashboardFormatError(`Unknown formatter ${value}`)
  }
  return NAMED[value]
}

/** Reads an exported dashboard; formatters come back as functions for the chart renderer. */
export function parseDashboard(text) {
  let dashboard
  try {
    dashboard = JSON.parse(text, revive)
  } catch (err) {
    if (err instanceof SyntaxError) throw new DashboardFormatError('Not JSON')
    throw err
  }
  if (!Array.isArray(dashboard?.charts) || dashboard.charts.length > MAX_CHARTS) {
    throw new DashboardFormatError(`A dashboard has a list of at most ${MAX_CHARTS} charts`)
  }
  return dashboard
}
