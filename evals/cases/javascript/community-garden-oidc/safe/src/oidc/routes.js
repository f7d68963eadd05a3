import { Router } from 'express'
import { client } from './client.js'
import { resolveAccount } from './resolve-account.js'
import { startSession } from '../session.js'

export const oidc = Router()

oidc.get('/oidc/return', async (req, res, next) => {
  const { state, nonce, verifier } = req.session.oidc ?? {}
  delete req.session.oidc
  if (!state) return res.redirect('/sign-in')
  try {
    const params = client.callbackParams(req)
    const tokens = await client.callback(client.metadata.redirect_uris[0], params, {
      state,
      nonce,
      code_verifier: verifier
    })
    const account = await resolveAccount(tokens.claims())
    if (account.suspendedAt) return res.status(403).render('suspended')
    await startSession(req, account)
    res.redirect('/')
  } catch (err) {
    next(err)
  }
})
