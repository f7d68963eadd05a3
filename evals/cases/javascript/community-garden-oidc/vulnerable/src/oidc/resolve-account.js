import { accounts } from '../accounts/store.js'
import { slugify } from '../util/slugify.js'

async function existingAccount (claims) {
  if (!claims.email) return null
  const existing = await accounts.findByEmail(claims.email.toLowerCase())
  if (!existing || existing.suspendedAt) return null
  await accounts.connect(existing.id, { issuer: claims.iss, subject: claims.sub })
  return existing
}

/**
 * The account of a signed-in OpenID user; a new one when there is none.
 * Addresses are unique: create() gives an account without one when it is taken.
 */
export async function resolveAccount (claims) {
  const connected = await accounts.findByIdentity(claims.iss, claims.sub)
  if (connected) return connected

  // people who had a password before the garden joined the federation
  const existing = await existingAccount(claims)
  if (existing) return existing

  return accounts.create({
    handle: slugify(claims.preferred_username ?? claims.name ?? 'gardener'),
    email: claims.email_verified === true ? claims.email.toLowerCase() : null,
    identity: { issuer: claims.iss, subject: claims.sub }
  })
}
