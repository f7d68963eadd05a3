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
    log.warn({ status: error.response?.status }, 'wholesaler call failed')
    throw new WholesalerError(error.response?.status)
  })

  return {
    stock: pzn => http.get(`/stock/${encodeURIComponent(pzn)}`).then(r => r.data),
    order: (prescription, lines) =>
      http.post('/orders', { patient: prescription.patient, lines }).then(r => r.data.orderId),
  }
}
