import fp from 'fastify-plugin'
import * as client from 'openid-client'

const SCOPE = 'openid email profile'

function allowedTarget (value, { publicUrl, partnerOrigins }) {
  if (typeof value !== 'string' || !URL.canParse(value, publicUrl)) return '/'
  const { origin, href } = new URL(value, publicUrl)
  return origin === new URL(publicUrl).origin || partnerOrigins.includes(origin) ? href : '/'
}

async function sso (app, { config }) {
  const oidc = await client.discovery(new URL(config.issuer), config.clientId, config.clientSecret)
  const callbackUrl = new URL('/sso/callback', config.publicUrl)

  app.get('/sso/login', async (request, reply) => {
    const verifier = client.randomPKCECodeVerifier()
    const state = client.randomState()

    request.session.set('sso', { verifier, state })
    request.session.set('returnTo', allowedTarget(request.query.returnTo, config))

    const target = client.buildAuthorizationUrl(oidc, {
      redirect_uri: callbackUrl.href,
      scope: SCOPE,
      state,
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    })
    return reply.redirect(target.href)
  })

  app.get('/sso/callback', async (request, reply) => {
    const pending = request.session.get('sso')
    if (!pending) {
      return reply.code(400).send({ error: 'sign-in was not started here' })
    }

    let tokens
    try {
      tokens = await client.authorizationCodeGrant(oidc, new URL(request.url, config.publicUrl), {
        pkceCodeVerifier: pending.verifier,
        expectedState: pending.state,
      })
    } catch (error) {
      request.log.warn({ error }, 'sign-in failed')
      return reply.code(401).send({ error: 'sign-in failed' })
    }

    const returnTo = request.session.get('returnTo') ?? '/'
    const { sub, email, name } = tokens.claims()
    const tenant = await app.tenants.upsertBySubject({ sub, email, name })

    request.session.regenerate()
    request.session.set('tenantId', tenant.id)
    return reply.redirect(returnTo)
  })
}

export default fp(sso, { name: 'sso', dependencies: ['session', 'tenants'] })
