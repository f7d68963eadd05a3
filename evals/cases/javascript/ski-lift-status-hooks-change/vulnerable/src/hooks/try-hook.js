import got from 'got'
import { sign } from './sign.js'

const SAMPLE = { event: 'lift.status', lift: 'Sample chair', status: 'open' }

export async function tryHook ({ url, secret }) {
  const body = JSON.stringify({ ...SAMPLE, sentAt: new Date().toISOString() })
  const started = Date.now()
  const answer = await got.post(url, {
    body,
    headers: { 'content-type': 'application/json', 'x-signature': sign(body, secret) },
    throwHttpErrors: false,
    retry: { limit: 0 },
    timeout: { request: 8000 }
  })
  return {
    status: answer.statusCode,
    millis: Date.now() - started,
    body: answer.body.slice(0, 2000)
  }
}
