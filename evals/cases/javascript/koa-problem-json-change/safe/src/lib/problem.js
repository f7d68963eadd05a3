import { STATUS_CODES } from 'node:http'

/** Builds an RFC 9457 body for a failed request. */
export function toProblem (err, instance) {
  const status = Number.isInteger(err.status) ? err.status : 500
  return {
    type: 'about:blank',
    title: STATUS_CODES[status] ?? 'Error',
    status,
    detail: err.expose ? err.message : undefined,
    instance
  }
}
