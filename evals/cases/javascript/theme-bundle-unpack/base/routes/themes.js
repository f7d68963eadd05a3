import path from 'node:path'

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
  }
}
