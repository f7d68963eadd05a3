const { Parser } = require('expr-eval-fork')

const NAMES = ['kwh', 'peak', 'days']
const parser = new Parser({ allowMemberAccess: false, operators: { assignment: false, fndef: false } })

/** @param {string} source e.g. "kwh * 0.31 + days * 0.2" */
function compile (source) {
  const parsed = parser.parse(source)
  return (kwh, peak, days) => parsed.evaluate({ kwh, peak, days })
}

function evaluate (source, usage) {
  const amount = compile(source)(...NAMES.map((name) => Number(usage[name]) || 0))
  if (!Number.isFinite(amount)) throw new RangeError('formula gives no amount')
  return Math.round(amount * 100)
}

module.exports = { evaluate }
