import axios from 'axios'
import { log } from '../log.js'

export class WholesalerError extends Error {
  constructor(status, options) {
    super(`wholesaler answered ${status ?? 'nothing'}`, options)
    this.status = status
  }
}

export function createClient({ baseURL, getToken }) {
  const http = axios.create({ baseURL, timeout: 12000 })

  http.interceptors.request.use(async config => {
    config.headers.set('Authorization', `Bearer ${await getToken()}`)
    return config
  })

  http.interceptors.response.use(undefined, error => {
    const status = error.response?.status
    log.error({ request: error.config, status, answer: error.response?.headers['x-trace-id'] }, 'wholesaler call failed')
    throw new WholesalerError(status)
  })

  return {
    stock: pzn => http.get(`/stock/${encodeURIComponent(pzn)}`).then(r => r.data),
    order: (prescription, lines) =>
      http.post('/orders', { patient: prescription.patient, lines }).then(r => r.data.orderId),
  }
}
