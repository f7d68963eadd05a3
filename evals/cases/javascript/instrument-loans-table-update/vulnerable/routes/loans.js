'use strict'

const express = require('express')
const { knex } = require('../db')
const { paginate } = require('../db/paginate')
const { requireStaff } = require('../auth')

const router = express.Router()

router.get('/loans', requireStaff, async (req, res, next) => {
  try {
    const loans = knex('loans').where({ branch_id: req.staff.branchId, returned_on: null })
    loans.select('id', 'instrument', 'borrower', 'lent_on', 'due_on')
    res.json(await paginate(loans, req.query, 'due_on:asc'))
  } catch (err) {
    next(err)
  }
})

module.exports = router
