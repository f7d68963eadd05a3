'use strict'

const links = require('../lib/links')
const db = require('../lib/db')

const idParam = {
  type: 'object',
  properties: { id: { type: 'integer', minimum: 1 } }
}

function photosOf (albumId) {
  return db('photos').where({ album_id: albumId }).orderBy('taken_at').select('id', 'caption', 'taken_at')
}

const slugParam = {
  type: 'object',
  properties: { slug: { type: 'string', minLength: 20, maxLength: 64 } }
}

module.exports = async function albums (app) {
  app.get('/albums', { preHandler: app.signedIn }, async req => {
    return db('albums').where({ owner_id: req.user.id }).select('id', 'title')
  })

  app.get('/albums/:id', { preHandler: app.signedIn, schema: { params: idParam } }, async (req, reply) => {
    const album = await db('albums').where({ id: req.params.id, owner_id: req.user.id }).first('id', 'title')
    if (!album) return reply.code(404).send()
    return Object.assign(album, { photos: await photosOf(album.id) })
  })

  app.post('/albums/:id/links', { preHandler: app.signedIn, schema: { params: idParam } }, async (req, reply) => {
    const album = await db('albums').where({ id: req.params.id, owner_id: req.user.id }).first()
    if (!album) return reply.code(404).send()
    return reply.code(201).send(await links.create(album))
  })

  // for guests: the link is all they have
  app.get('/shared/:slug', { schema: { params: slugParam } }, async (req, reply) => {
    const album = await links.albumOf(req.params.slug)
    if (!album) return reply.code(404).send()
    return Object.assign(album, { photos: await photosOf(album.id) })
  })
}
