import { timingSafeEqual } from 'node:crypto'
import escapeHtml from 'escape-html'
import { exchangeCode } from './exchange-code.js'
import { signIn } from './sign-in.js'
import { log } from '../log.js'

const sameText = (a, b) => {
  const left = Buffer.from(String(a))
  const right = Buffer.from(String(b))
  return left.length === right.length && timingSafeEqual(left, right)
}

const failurePage = (detail) => `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>Sign-in failed</title></head>
  <body>
    <h1>Sign-in failed</h1>
    <p>${detail}</p>
    <p><a href="/sign-in">Try again</a></p>
  </body>
</html>`

export async function oauthCallback (req, res, next) {
  const { code, state, error } = req.query
  try {
    if (error) {
      log.warn({ error }, 'provider refused')
      const detail = String(req.query.error_description || 'The provider refused the sign-in.')
      return res.status(401).type('html').send(failurePage(escapeHtml(detail)))
    }
    const expected = req.session.oauthState
    delete req.session.oauthState
    if (!expected || !sameText(expected, state)) {
      return res.status(400).type('html').send(failurePage('The sign-in took too long.'))
    }
    const profile = await exchangeCode(String(code))
    await signIn(req, profile)
    res.redirect('/')
  } catch (err) {
    next(err)
  }
}
