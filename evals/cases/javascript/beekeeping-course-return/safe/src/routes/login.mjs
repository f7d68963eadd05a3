import { Router } from 'express'
import { accounts } from '../accounts.mjs'
import { loginLimiter } from '../limits.mjs'

const ORIGIN = 'http://localhost'

function localPath (value) {
  if (typeof value !== 'string' || !URL.canParse(value, ORIGIN)) return '/courses'
  const url = new URL(value, ORIGIN)
  // a path such as //x would be read as a host by browsers
  return url.origin === ORIGIN && !url.pathname.startsWith('//') ? url.pathname + url.search : '/courses'
}

export const login = Router()

login.get('/login', (req, res) => {
  res.render('login', { failed: false, back: req.query.back ?? '' })
})

login.post('/login', loginLimiter, async (req, res, next) => {
  try {
    const { email, password, back } = req.body
    const account = await accounts.verify(String(email), String(password))
    if (!account) {
      return res.status(401).render('login', { failed: true, back })
    }
    req.session.regenerate(err => {
      if (err) return next(err)
      req.session.accountId = account.id
      res.redirect(303, localPath(back))
    })
  } catch (err) {
    next(err)
  }
})

login.post('/logout', (req, res, next) => {
  req.session.destroy(err => (err ? next(err) : res.redirect(303, '/login')))
})
