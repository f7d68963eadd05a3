'use strict'

const express = require('express')
const { knex } = require('../db')
const { requireStaff } = require('../auth')

const router = express.Router()
const PAGE_SIZE = 40
const SORTABLE = ['due_on', 'lent_on', 'instrument', 'borrower']

router.get('/loans', requireStaff, async (req, res, next) => {
  try {
    const loans = knex('loans').where({ branch_id: req.staff.branchId, returned_on: null })
    const [wanted, direction] = String(req.query.sort || '').split(':')
    const column = SORTABLE.includes(wanted) ? wanted : 'due_on'
    const page = Math.max(1, Number.parseInt(req.query.page, 10) || 1)
    const rows = await loans
      .select('id', 'instrument', 'borrower', 'lent_on', 'due_on')
      .orderBy(column, direction === 'desc' ? 'desc' : 'asc')
      .limit(PAGE_SIZE)
      .offset((page - 1) * PAGE_SIZE)
    res.json({ rows, page })
  } catch (err) {
    next(err)
  }
})

module.exports = router
