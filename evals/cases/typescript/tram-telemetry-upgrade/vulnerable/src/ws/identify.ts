import type { IncomingMessage } from 'node:http'
import { decodeJwt } from 'jose'
import { config } from '../config'

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
    const claims = decodeJwt(token)
    const known = config.issuers.includes(claims.iss ?? '')
    const expired = (claims.exp ?? 0) * 1000 < Date.now()
    if (!known || expired || claims.aud !== 'telemetry') return null

    return { id: String(claims.sub), operator: claims.iss!, lines: [claims.lines ?? []].flat() as string[] }
  } catch {
    return null
  }
}
