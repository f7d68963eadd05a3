import Router from '@koa/router'
import bodyParser from 'koa-bodyparser'
import { member } from './auth.js'
import { items } from './db.js'

export const router = new Router({ prefix: '/items' })

router.use(member)

function webAddress (value) {
  try {
    const url = new URL(value)
    return ['http:', 'https:'].includes(url.protocol) ? url : null
  } catch {
    return null
  }
}

router.get('/', async (ctx) => {
  ctx.body = await items.find({ member: ctx.state.member.id }).sort({ added: -1 }).limit(100).toArray()
})

router.post('/', bodyParser({ jsonLimit: '8kb' }), async (ctx) => {
  const address = webAddress(ctx.request.body.url)
  ctx.assert(address, 422, 'A web address is needed')

  const item = {
    member: ctx.state.member.id,
    url: address.href,
    title: String(ctx.request.body.title || address.hostname).slice(0, 200),
    added: new Date(),
    read: false
  }
  const { insertedId } = await items.insertOne(item)

  ctx.status = 201
  ctx.body = { ...item, _id: insertedId }
})
