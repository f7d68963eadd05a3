'use strict'

const argon2 = require('argon2')
const borrowers = require('../models/borrowers')
const limiter = require('../lib/limiter')

const HOME = '/shelves'

// where to go after sign-in; anything that is not one of our pages leads home
const backTo = (next) => (/^\/[\w-]+(\/[\w-]+)*(\?[\w=&%.+-]*)?$/.test(next) ? String(next) : HOME)

exports.form = (req, res) => {
  if (req.session.borrowerId) return res.redirect(HOME)
  res.render('session/new', { next: req.query.next, csrf: req.csrfToken() })
}

exports.create = async (req, res, next) => {
  const card = String(req.body.card || '').trim()
  const pin = String(req.body.pin || '')
  try {
    await limiter.consume(`${req.ip}:${card}`)
    const borrower = await borrowers.byCard(card)
    const ok = borrower && await argon2.verify(borrower.pinHash, pin)
    if (!ok) {
      return res.status(401).render('session/new', {
        next: req.body.next,
        csrf: req.csrfToken(),
        error: 'Card number or PIN is wrong'
      })
    }
    req.session.regenerate((err) => {
      if (err) return next(err)
      req.session.borrowerId = borrower.id
      res.redirect(303, backTo(req.body.next))
    })
  } catch (err) {
    next(err)
  }
}

exports.destroy = (req, res, next) => {
  req.session.destroy((err) => (err ? next(err) : res.redirect(303, '/')))
}
