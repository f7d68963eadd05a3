const MONTH = 30 * 24 * 60 * 60 * 1000

export const COOKIE = 'known_browser'

export const cookieOptions = {
  ttl: MONTH,
  path: '/login',
  isSecure: true,
  isHttpOnly: true,
  isSameSite: 'Strict',
  encoding: 'none',
  ignoreErrors: true
}

export async function remember (user, h) {
  h.request.log('info', `browser kept for ${user.id}`)
  h.state(COOKIE, String(user.id))
}

export async function isKnown (user, cookie) {
  return cookie === String(user.id)
}
