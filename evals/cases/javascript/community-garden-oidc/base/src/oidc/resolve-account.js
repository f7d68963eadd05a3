import { accounts } from '../accounts/store.js'
import { slugify } from '../util/slugify.js'

/**
 * The account of a signed-in OpenID user; a new one when there is none.
 * Addresses are unique: create() gives an account without one when it is taken.
 */
export async function resolveAccount (claims) {
  const connected = await accounts.findByIdentity(claims.iss, claims.sub)
  if (connected) return connected

  return accounts.create({
    handle: slugify(claims.preferred_username ?? claims.name ?? 'gardener'),
    email: claims.email_verified === true ? claims.email.toLowerCase() : null,
    identity: { issuer: claims.iss, subject: claims.sub }
  })
}
