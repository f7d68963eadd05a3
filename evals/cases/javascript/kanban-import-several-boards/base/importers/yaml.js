'use strict'

const yaml = require('js-yaml')

exports.extensions = ['.yml', '.yaml']

function toBoard (doc) {
  if (!doc || typeof doc.title !== 'string' || !Array.isArray(doc.columns)) {
    throw new Error('title or columns missing')
  }
  return {
    title: doc.title,
    columns: doc.columns.map(column => ({
      name: String(column.name),
      cards: (column.cards || []).map(String)
    }))
  }
}

exports.parse = function (text, filename) {
  return [toBoard(yaml.safeLoad(text, { filename }))]
}
