const createError = require('http-errors')
const { Page } = require('../models')
const { canView } = require('../lib/page-permissions')

async function show (req, res, next) {
  try {
    const page = await Page.findByPk(req.params.id)
    if (!page || !(await canView(req.user, page))) throw createError(404)
    res.json({ id: page.id, title: page.title, body: page.body, updatedAt: page.updatedAt })
  } catch (err) {
    next(err)
  }
}

module.exports = { show }
