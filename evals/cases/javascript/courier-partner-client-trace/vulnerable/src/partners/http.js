'use strict'

const axios = require('axios')
const log = require('../log').child({ part: 'partners' })

const RETRY = new Set([429, 502, 503, 504])

const pause = ms => new Promise(resolve => setTimeout(resolve, ms))

function createClient (partner) {
  const client = axios.create({ baseURL: partner.baseUrl, timeout: 8000, maxRedirects: 0 })

  client.interceptors.response.use(null, async error => {
    const { config, response } = error
    if (!config) throw error

    const { adapter, transformRequest, transformResponse, validateStatus, ...call } = config
    const status = response ? response.status : error.code
    log.warn({ partner: partner.name, status, call }, 'call failed')

    config.attempt = (config.attempt || 0) + 1
    if (config.attempt > 3 || !response || !RETRY.has(response.status)) throw error
    await pause(250 * 2 ** config.attempt)
    return client.request(config)
  })

  return client
}

module.exports = { createClient }
