import Joi from 'joi'
import { checkPassword } from '../lib/passwords.js'
import { checkTotp } from '../lib/totp.js'
import { failed, isLocked, succeeded } from '../lib/lockout.js'

const payload = Joi.object({
  login: Joi.string().max(120).required(),
  password: Joi.string().max(200).required(),
  code: Joi.string().pattern(/^\d{6}$/)
})

async function login (request, h) {
  const { login, password, code } = request.payload
  if (await isLocked(login)) {
    return h.response({ error: 'locked' }).code(429)
  }

  const user = await checkPassword(login, password)
  if (!user) {
    await failed(login)
    return h.response({ error: 'credentials' }).code(401)
  }

  if (user.totpEnabled) {
    if (!code) return h.response({ error: 'code-needed' }).code(401)
    if (!await checkTotp(user, code)) {
      await failed(login)
      return h.response({ error: 'code' }).code(401)
    }
  }

  await succeeded(login)
  request.cookieAuth.set({ userId: user.id })
  return { id: user.id, name: user.name }
}

export const loginPlugin = {
  name: 'login',
  register (server) {
    server.route({
      method: 'POST',
      path: '/login',
      options: { auth: false, validate: { payload } },
      handler: login
    })
  }
}
