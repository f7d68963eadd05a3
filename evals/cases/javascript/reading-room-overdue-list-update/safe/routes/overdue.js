'use strict'

const express = require('express')
const pool = require('../lib/pool')
const { requireStaff } = require('../lib/session')

const PAGE_SIZE = 200
const router = express.Router()

router.use(requireStaff)

function daysAgo (days) {
  const date = new Date()
  date.setDate(date.getDate() - days)
  return date
}

function toRow (record) {
  return {
    loan: record.id,
    title: record.title,
    barcode: record.barcode,
    reader: record.reader_name,
    due: record.due_on.toISOString().slice(0, 10)
  }
}

// GET /overdue?branch=3,7,12
router.get('/', function (req, res, next) {
  const grace = Math.min(Number.parseInt(req.query.grace, 10) || 0, 90)
  const cutoff = daysAgo(grace)
  const branches = String(req.query.branch || '')
    .split(',')
    .map(function (id) { return id.trim() })
    .filter(Boolean)

  if (branches.length === 0 || branches.length > 40) {
    return res.status(400).json({ error: 'give one to forty branches' })
  }

  const sql = `
    SELECT l.id, l.due_on, b.title, b.barcode, r.name AS reader_name
      FROM loans l
      JOIN books b ON b.id = l.book_id
      JOIN readers r ON r.id = l.reader_id
     WHERE l.returned_on IS NULL
       AND l.due_on < ?
       AND l.branch_id IN (?)
     ORDER BY l.due_on
     LIMIT ?`

  pool.query(sql, [cutoff, branches, PAGE_SIZE], function (err, rows) {
    if (err) {
      return next(err)
    }
    res.json({ cutoff, loans: rows.map(toRow) })
  })
})

router.get('/count', function (req, res, next) {
  pool.query(
    'SELECT branch_id, COUNT(*) AS total FROM loans WHERE returned_on IS NULL AND due_on < NOW() GROUP BY branch_id',
    function (err, rows) {
      if (err) {
        return next(err)
      }
      res.json(rows)
    }
  )
})

module.exports = router
