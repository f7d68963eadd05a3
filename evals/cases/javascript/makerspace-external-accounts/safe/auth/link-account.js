'use strict'

const { members, identities } = require('../db')

class LinkError extends Error {
  constructor (code) {
    super(`Cannot sign in: ${code}`)
    this.code = code
  }
}

/**
 * The member who signs in through a provider. Only people with an account may
 * sign in; the first time they are recognised by their address.
 */
async function linkAccount (provider, profile) {
  const linked = await identities.find(provider, profile.subject)
  if (linked) return members.byId(linked.memberId)

  const known = profile.emailVerified && await members.byEmail(profile.email)
  if (!known) throw new LinkError('unknown')

  await identities.add(known.id, provider, profile.subject)
  return known
}

module.exports = { linkAccount, LinkError }
