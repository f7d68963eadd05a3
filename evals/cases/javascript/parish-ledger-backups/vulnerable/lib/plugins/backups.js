'use strict'

const Boom = require('@hapi/boom')
const Joi = require('joi')

const idParam = Joi.object({ id: Joi.number().integer().positive().required() })

// every route below needs the cookie session
const guarded = { auth: { strategy: 'session' } }

async function list (request) {
  const backups = await request.server.app.backups.all()
  return backups.map(({ id, takenAt, bytes }) => ({ id, takenAt, bytes }))
}

async function download (request, h) {
  const backup = await request.server.app.backups.byId(request.params.id)
  if (!backup) throw Boom.notFound()
  return h
    .response(backup.stream())
    .type('application/gzip')
    .header('content-disposition', `attachment; filename="ledger-${backup.id}.sql.gz"`)
}

async function restore (request, h) {
  const backup = await request.server.app.backups.byId(request.params.id)
  if (!backup) throw Boom.notFound()
  request.log(['info'], `restore of ${backup.id} by ${request.auth.credentials.id}`)
  await request.server.app.queue.add('restore', { backupId: backup.id })
  return h.response().code(202)
}

exports.plugin = {
  name: 'backups',
  register (server) {
    const validate = { params: idParam }
    server.route([
      { method: 'GET', path: '/admin/backups', options: { ...guarded, handler: list } },
      { method: 'GET', path: '/admin/backups/{id}', options: { ...guarded, validate, handler: download } },
      { method: 'POST', path: '/admin/backups/{id}/restore', options: { ...guarded, validate, handler: restore } }
    ])
  }
}
