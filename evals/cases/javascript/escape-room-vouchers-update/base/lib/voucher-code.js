const { randomBytes } = require('crypto')

/** @returns {string} for example 9f2c7a01d4e8b35c */
exports.voucherCode = () => randomBytes(8).toString('hex')
