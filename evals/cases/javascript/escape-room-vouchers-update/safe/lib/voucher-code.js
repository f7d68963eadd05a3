const { randomInt } = require('crypto')

// without 0 and O, 1 and I
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'

const pick = () => LETTERS[randomInt(LETTERS.length)]

const group = (size) => Array.from({ length: size }, pick).join('')

/** @returns {string} for example H7RK-2MWP-QX9D */
exports.voucherCode = () => [group(4), group(4), group(4)].join('-')
