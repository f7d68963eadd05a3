import type { IncomingMessage } from 'node:http'
import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose'
import { config } from '../config'

const keysOf = new Map(
  config.issuers.map((iss) => [iss, createRemoteJWKSet(new URL('/.well-known/jwks.json', iss))] as const),
)

export interface Depot {
  id: string
  operator: string
  lines: string[]
}

function bearer(request: IncomingMessage): string | undefined {
  const [scheme, token] = (request.headers.authorization ?? '').split(' ')
  return scheme.toLowerCase() === 'bearer' ? token : undefined
}

export async function identify(request: IncomingMessage): Promise<Depot | null> {
  const token = bearer(request)
  if (!token) return null

  try {
    // either operator may have issued it
    const { iss = '' } = decodeJwt(token)
    const keys = keysOf.get(iss)
    if (!keys) return null
    const { payload: claims } = await jwtVerify(token, keys, { issuer: iss, audience: 'telemetry' })

    return { id: String(claims.sub), operator: iss, lines: [claims.lines ?? []].flat() as string[] }
  } catch {
    return null
  }
}
