import Router from '@koa/router'
import got from 'got'
import { requireEditor } from './session.js'
import { parseSource } from './source.js'

// img1 ... img40, and since spring also img1.eu, img1.us
const isAgency = ({ hostname }) => hostname.endsWith('pixnewswire.com')

const client = got.extend({
  followRedirect: false,
  retry: { limit: 1 },
  timeout: { request: 15_000 },
  headers: { accept: 'image/jpeg' }
})

export const router = new Router()

// The picture desk crops in a canvas, which needs the photo from our own origin.
router.get('/photo-relay', requireEditor, async (ctx) => {
  const source = parseSource(ctx.query.src)
  ctx.assert(source && isAgency(source), 400, 'unknown source')

  ctx.type = 'image/jpeg'
  ctx.set('Cache-Control', 'private, max-age=600')
  ctx.body = client.stream(source)
})
