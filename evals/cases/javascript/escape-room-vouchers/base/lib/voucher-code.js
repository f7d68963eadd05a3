const { randomBytes } = require('node:crypto')

const GROUPS = 4

const group = () => randomBytes(4).toString('hex').toUpperCase()

/** Whoever has the code can book a room with it, e.g. 7KQP-M2XD-93RT-WHAB. */
exports.voucherCode = () => Array.from({ length: GROUPS }, group).join('-')

exports.normalize = (input) =>
  String(input)
    .toUpperCase()
    .replace(/[^0-9A-F]/g, '')
    .replace(/(.{8})(?=.)/g, '$1-')
