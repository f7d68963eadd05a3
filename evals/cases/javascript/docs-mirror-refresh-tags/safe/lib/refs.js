'use strict'

// stricter than git check-ref-format, our projects need no more
const REF_NAME = /^[A-Za-z0-9][A-Za-z0-9._/-]{0,120}$/

function assertRefName (name) {
  if (typeof name !== 'string' || !REF_NAME.test(name) || name.includes('..')) {
    const err = new Error('not a ref name')
    err.status = 422
    throw err
  }
}

module.exports = { assertRefName }
