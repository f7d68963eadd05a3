'use strict'

const express = require('express')
const git = require('../lib/git')
const { requireEditor } = require('../lib/session')

const router = express.Router()

router.use(requireEditor)

router.post('/preview', (req, res, next) => {
  git.refresh((err) => {
    if (err) return next(err)
    git.chapters((err, chapters) => {
      if (err) return next(err)
      res.json({ chapters })
    })
  })
})

module.exports = router
