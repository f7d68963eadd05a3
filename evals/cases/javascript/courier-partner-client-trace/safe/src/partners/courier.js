'use strict'

const { createClient } = require('./http')

class Courier {
  constructor (partner) {
    this.partner = partner
    this.http = createClient(partner)
    this.token = null
  }

  async authorize () {
    if (this.token && this.token.until > Date.now()) return this.token.value
    const { data } = await this.http.post('/oauth/token', {
      grant_type: 'client_credentials',
      client_id: this.partner.clientId,
      client_secret: this.partner.clientSecret
    })
    this.token = { value: data.access_token, until: Date.now() + (data.expires_in - 30) * 1000 }
    return this.token.value
  }

  async book (parcel) {
    const bearer = await this.authorize()
    const { data } = await this.http.post('/shipments', parcel, {
      headers: { authorization: `Bearer ${bearer}` }
    })
    return data.trackingNumber
  }
}

module.exports = Courier
