'use strict'

const express = require('express')
const { requireUser } = require('../middleware/require-user')
const documents = require('../store/documents')
const { setPath } = require('../util/set-path')

const router = express.Router()

router.use(requireUser)
router.use(express.json({ limit: '200kb' }))

// Body: { "operations": [{ "path": "owner.name", "value": "Ida" }] }
// The path can be a list as well, for keys with a dot: ["files", "logo.png", "alt"]
router.patch('/:id', async (req, res, next) => {
  try {
    const doc = await documents.findOne({ id: req.params.id, accountId: req.user.accountId })
    if (!doc) return res.status(404).end()

    const { operations } = req.body
    if (!Array.isArray(operations) || operations.length > 50) {
      return res.status(400).json({ error: 'operations must be a list of at most 50' })
    }
    for (const { path, value } of operations) {
      setPath(doc.content, path, value)
    }
    await documents.save(doc)
    res.json(doc.content)
  } catch (err) {
    if (err instanceof RangeError) return res.status(400).json({ error: err.message })
    next(err)
  }
})

module.exports = router
