'use strict'

const { parse } = require('csv-parse')
const { cleanArticle, cleanTeaser } = require('../lib/html-policy')
const Article = require('../models/article')

/** Reads the export that an editor has uploaded; returns the number of articles. */
module.exports = async function importLegacy (stream, editor) {
  let count = 0
  const rows = stream.pipe(parse({ columns: true, bom: true, relax_quotes: true }))
  for await (const row of rows) {
    await Article.query().insert({
      title: row.headline,
      teaser: cleanTeaser(row.lead),
      body: cleanArticle(row.text),
      importedBy: editor.id,
      draft: true
    })
    count += 1
  }
  return count
}
