'use strict'

const { randomBytes } = require('node:crypto')
const db = require('./db')

const DAYS = 14 * 24 * 60 * 60 * 1000

function makeSlug () {
  return randomBytes(24).toString('base64url')
}

exports.create = async function create (album) {
  const slug = makeSlug()
  const expires = new Date(Date.now() + DAYS)
  await db('links').insert({ slug, album_id: album.id, expires })
  return { slug, expires }
}

exports.albumOf = function albumOf (slug) {
  return db('albums')
    .join('links', 'links.album_id', 'albums.id')
    .where('links.slug', slug)
    .andWhere('links.expires', '>', new Date())
    .first('albums.id', 'albums.title')
}
