import { Hono } from 'hono'

import { findByTrackingToken } from '../db/parcels.js'
import { notFoundPage, trackingPage } from '../views/tracking.js'

const tracking = new Hono()

// the token is the long one out of the mail, not the parcel number
tracking.get('/:token', async (c) => {
  const token = c.req.param('token')
  const parcel = await findByTrackingToken(token)
  if (!parcel) {
    return c.html(notFoundPage(token), 404)
  }
  c.header('Cache-Control', 'private, no-store')
  return c.html(trackingPage(parcel))
})

export default tracking
