import { request } from 'undici'
import { config } from './config.js'

export class TerminalError extends Error {
  constructor (status, code) {
    super(`terminal provider answered ${status}`)
    this.status = status
    this.code = code
  }
}

async function call (method, path, payload) {
  const headers = {
    authorization: `Basic ${Buffer.from(`${config.merchant}:${config.apiKey}`).toString('base64')}`,
    'content-type': 'application/json'
  }
  const { statusCode, body } = await request(config.baseUrl + path, {
    method,
    headers,
    body: payload && JSON.stringify(payload)
  })
  const answer = await body.json()
  if (statusCode >= 400) throw new TerminalError(statusCode, answer.code)
  return answer
}

export const startPayment = (terminal, { cents, reference }) =>
  call('POST', `/terminals/${encodeURIComponent(terminal)}/payments`, { amount: cents, reference })

export const unlock = (terminal, { operator, pin }) =>
  call('POST', `/terminals/${encodeURIComponent(terminal)}/unlock`, { operator, pin })

export const state = (terminal) => call('GET', `/terminals/${encodeURIComponent(terminal)}`)
