import { outbound } from '../net/outbound.js'
import { signature } from './signature.js'

/** Job of the queue: one event for one hook. */
export async function deliver ({ hook, payload }) {
  const body = JSON.stringify(payload)
  const answer = await outbound.post(hook.url, body, {
    headers: { 'content-type': 'application/json', 'x-ferry-signature': signature(hook, body) },
    timeout: 8000,
    validateStatus: null
  })
  return answer.status >= 200 && answer.status < 300
}
