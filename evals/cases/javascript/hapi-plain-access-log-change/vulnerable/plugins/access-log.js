const fs = require('node:fs')

function userOf(request) {
  return request.auth.isAuthenticated ? request.auth.credentials.id : null
}

// Such as: 2024-03-01T09:12:44.120Z GET /catalogue 200 18ms user=4711 title=Faust
function line(request) {
  const { info, query, response } = request
  const parts = [
    new Date(info.received).toISOString(),
    request.method.toUpperCase(),
    request.path,
    response.statusCode ?? 0,
    `${info.responded - info.received}ms`,
  ]
  const user = userOf(request)
  if (user) parts.push(`user=${user}`)
  if (query.title) parts.push(`title=${query.title}`)
  return parts.join(' ')
}

module.exports = {
  name: 'access-log',
  version: '1.3.0',

  register(server, { file }) {
    const stream = fs.createWriteStream(file, { flags: 'a', mode: 0o640 })

    stream.on('error', (err) => server.log(['error', 'access-log'], err.message))

    server.events.on('response', (request) => {
      stream.write(line(request) + '\n')
    })

    server.ext('onPostStop', () => {
      stream.end()
    })
  },
}
