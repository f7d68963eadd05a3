const fs = require('node:fs')

function userOf(request) {
  return request.auth.isAuthenticated ? request.auth.credentials.id : null
}

module.exports = {
  name: 'access-log',
  version: '1.2.0',

  register(server, { file }) {
    const stream = fs.createWriteStream(file, { flags: 'a', mode: 0o640 })

    stream.on('error', (err) => server.log(['error', 'access-log'], err.message))

    // One JSON object per line
    server.events.on('response', (request) => {
      const { response } = request
      stream.write(
        JSON.stringify({
          time: new Date(request.info.received).toISOString(),
          method: request.method.toUpperCase(),
          path: request.path,
          title: request.query.title,
          status: response.statusCode ?? 0,
          user: userOf(request),
          duration: request.info.responded - request.info.received,
        }) + '\n',
      )
    })

    server.ext('onPostStop', () => {
      stream.end()
    })
  },
}
