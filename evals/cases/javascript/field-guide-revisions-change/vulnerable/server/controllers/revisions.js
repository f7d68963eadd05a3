const createError = require('http-errors')
const { Page, Revision, User } = require('../models')

async function loadPage (id) {
  const page = await Page.findByPk(id)
  if (!page) throw createError(404)
  return page
}

async function index (req, res, next) {
  try {
    const page = await loadPage(req.params.id)
    const revisions = await Revision.findAll({
      where: { pageId: page.id },
      attributes: ['id', 'summary', 'createdAt'],
      include: [{ model: User, as: 'editor', attributes: ['id', 'displayName'] }],
      order: [['createdAt', 'DESC']],
      limit: 100
    })
    res.json({ page: { id: page.id, title: page.title }, revisions })
  } catch (err) {
    next(err)
  }
}

async function show (req, res, next) {
  try {
    const page = await loadPage(req.params.id)
    const revision = await Revision.findOne({ where: { id: req.params.rev, pageId: page.id } })
    if (!revision) throw createError(404)
    res.json({ id: revision.id, body: revision.body, createdAt: revision.createdAt })
  } catch (err) {
    next(err)
  }
}

module.exports = { index, show }
