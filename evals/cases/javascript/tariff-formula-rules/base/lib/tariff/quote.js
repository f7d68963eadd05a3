const FLAT = {
  basic: ({ kwh, days }) => Math.round(kwh * 34 + days * 22),
  night: ({ kwh, peak, days }) => Math.round((kwh - peak) * 27 + peak * 41 + days * 22)
}

function quoteCents (tariff, usage) {
  switch (tariff.kind) {
    case 'basic':
    case 'night':
      return FLAT[tariff.kind](usage)
    default:
      throw new TypeError(`no such tariff: ${tariff.kind}`)
  }
}

module.exports = { quoteCents }
