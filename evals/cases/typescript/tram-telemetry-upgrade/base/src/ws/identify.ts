import type { IncomingMessage } from 'node:http'
import { createRemoteJWKSet, jwtVerify } from 'jose'
import { config } from '../config'

const keys = createRemoteJWKSet(new URL('/.well-known/jwks.json', config.issuer))

export interface Depot {
  id: string
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
    const { payload } = await jwtVerify(token, keys, {
      issuer: config.issuer,
      audience: 'telemetry',
    })
    return { id: String(payload.sub), lines: [payload.lines ?? []].flat() as string[] }
  } catch {
    return null
  }
}
