import path from 'node:path'
import { unpack } from '../lib/unpack.js'

export const themes = {
  name: 'themes',
  register (server, { themeDir }) {
    const shopDir = (request) => path.resolve(themeDir, String(request.auth.credentials.shopId))

    server.route({
      method: 'GET',
      path: '/theme',
      options: { auth: 'shop' },
      handler: (request) => server.methods.themeInfo(shopDir(request))
    })

    server.route({
      method: 'PUT',
      path: '/theme',
      options: {
        auth: 'shop',
        payload: { output: 'stream', parse: false, allow: 'application/gzip', maxBytes: 8 * 1024 * 1024 }
      },
      handler: async (request, h) => {
        const files = await unpack(request.payload, shopDir(request))
        return h.response({ files }).code(201)
      }
    })
  }
}
