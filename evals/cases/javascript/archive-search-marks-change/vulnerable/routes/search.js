'use strict'

const express = require('express')
const letters = require('../lib/letters')
const { markWords } = require('../lib/mark-words')

const router = express.Router()

router.get('/search', async (req, res, next) => {
  try {
    const q = String(req.query.q || '').trim().slice(0, 100)
    if (!q) return res.render('search', { q, items: [] })
    const words = q.split(/\s+/)
    const found = await letters.search(q, 30)
    const items = found.map(({ id, title, transcript }) => ({
      id,
      title,
      excerpt: markWords(transcript.slice(0, 200), words)
    }))
    res.render('search', { q, items })
  } catch (err) {
    next(err)
  }
})

module.exports = router
