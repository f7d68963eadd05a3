const NAMES = ['kwh', 'peak', 'days']

/** @param {string} source e.g. "kwh * 0.31 + days * 0.2" */
function compile (source) {
  return new Function(...NAMES, `return (${source})`)
}

function evaluate (source, usage) {
  const amount = compile(source)(...NAMES.map((name) => Number(usage[name]) || 0))
  if (!Number.isFinite(amount)) throw new RangeError('formula gives no amount')
  return Math.round(amount * 100)
}

module.exports = { evaluate }
