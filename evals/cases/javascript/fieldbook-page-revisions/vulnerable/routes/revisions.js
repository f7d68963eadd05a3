const express = require('express')
const createError = require('http-errors')
const { diffLines } = require('diff')
const Revision = require('../models/revision')
const { requireLogin } = require('../middleware/session')
const { canEdit } = require('../lib/acl')

const router = express.Router()
router.use(requireLogin)

router.get('/revisions/:id', async (req, res, next) => {
  const revision = await Revision.findWithPage(req.params.id)
  if (!revision) return next(createError(404))

  const { page, previous } = revision
  res.json({
    page: { slug: page.slug, title: page.title },
    author: revision.authorName,
    savedAt: revision.savedAt,
    changes: diffLines(previous ? previous.source : '', revision.source)
  })
})

router.post('/revisions/:id/restore', async (req, res, next) => {
  const revision = await Revision.findWithPage(req.params.id)
  if (!revision) return next(createError(404))
  if (!canEdit(req.user, revision.page)) return next(createError(403))

  await revision.page.save(revision.source, req.user)
  res.status(204).end()
})

module.exports = router
