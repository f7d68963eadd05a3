import { timingSafeEqual } from 'node:crypto'
import { exchangeCode } from './exchange-code.js'
import { signIn } from './sign-in.js'
import { log } from '../log.js'

const sameText = (a, b) => {
  const left = Buffer.from(String(a))
  const right = Buffer.from(String(b))
  return left.length === right.length && timingSafeEqual(left, right)
}

export async function oauthCallback (req, res, next) {
  const { code, state, error } = req.query
  try {
    if (error) {
      log.warn({ error }, 'provider refused')
      return res.status(401).render('sign-in-failed', {
        detail: req.query.error_description || 'The provider refused the sign-in.'
      })
    }
    const expected = req.session.oauthState
    delete req.session.oauthState
    if (!expected || !sameText(expected, state)) {
      return res.status(400).render('sign-in-failed', { detail: 'The sign-in took too long.' })
    }
    const profile = await exchangeCode(String(code))
    await signIn(req, profile)
    res.redirect('/')
  } catch (err) {
    next(err)
  }
}
