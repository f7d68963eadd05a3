import { createHmac } from 'node:crypto'

export interface Outcome {
  ok: boolean
  status?: number
  ms: number
}

export async function sendSample(address: URL, secret: string): Promise<Outcome> {
  const body = JSON.stringify({ event: 'label.printed', sample: true, at: new Date().toISOString() })
  const signature = createHmac('sha256', secret).update(body).digest('hex')
  const started = performance.now()
  try {
    const res = await fetch(address, {
      method: 'POST',
      body,
      redirect: 'error',
      headers: { 'content-type': 'application/json', 'x-crate-signature': signature },
      signal: AbortSignal.timeout(5000),
    })
    return { ok: res.ok, status: res.status, ms: Math.round(performance.now() - started) }
  } catch {
    return { ok: false, ms: Math.round(performance.now() - started) }
  }
}
