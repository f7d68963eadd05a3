'use strict'

const { members, identities } = require('../db')

class LinkError extends Error {
  constructor (code) {
    super(`Cannot sign in: ${code}`)
    this.code = code
  }
}

async function linkGoogle (profile) {
  const linked = await identities.find('google', profile.subject)
  if (linked) return members.byId(linked.memberId)

  if (!profile.emailVerified) throw new LinkError('unverified')
  const known = await members.byEmail(profile.email)
  if (!known) throw new LinkError('unknown')

  await identities.add(known.id, 'google', profile.subject)
  return known
}

module.exports = { linkGoogle, LinkError }
