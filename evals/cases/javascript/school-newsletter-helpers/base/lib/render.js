const fs = require('fs/promises')
const path = require('path')
const { register } = require('./helpers')

const hbs = register()
const views = path.join(__dirname, '..', 'views')

async function renderIssue (issue, feedback) {
  const source = await fs.readFile(path.join(views, 'issue.hbs'), 'utf8')
  return hbs.compile(source)({ issue, feedback })
}

module.exports = { renderIssue }
