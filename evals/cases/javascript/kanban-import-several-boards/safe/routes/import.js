'use strict'

const path = require('path')
const express = require('express')
const { requireUser } = require('../middleware/session')
const { readUpload } = require('../lib/upload')
const boards = require('../lib/boards')

const importers = [require('../importers/csv'), require('../importers/yaml')]
const router = express.Router()

router.post('/import', requireUser, async (req, res, next) => {
  try {
    const { filename, text } = await readUpload(req, { maxBytes: 512 * 1024 })
    const extension = path.extname(filename).toLowerCase()
    const importer = importers.find(i => i.extensions.includes(extension))
    if (!importer) return res.status(415).json({ error: 'unknown file type' })

    let parsed
    try {
      parsed = importer.parse(text, filename)
    } catch (err) {
      return res.status(422).json({ error: 'the file could not be read' })
    }
    const ids = await boards.insertAll(req.user.id, parsed)
    res.status(201).json({ ids })
  } catch (err) {
    next(err)
  }
})

module.exports = router
