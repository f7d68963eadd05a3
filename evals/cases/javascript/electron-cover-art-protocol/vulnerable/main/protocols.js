import { net, protocol } from 'electron'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

/**
 * Playlists from the network name their covers as
 * cover://library/Artist/Album/front.jpg
 */
export function declareSchemes () {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'cover', privileges: { standard: true, secure: true, supportFetchAPI: true } }
  ])
}

const notFound = () => new Response('', { status: 404 })

export function handleCovers (libraryDir) {
  protocol.handle('cover', async request => {
    const { host, pathname } = new URL(request.url)
    if (host !== 'library') return notFound()

    const file = path.join(libraryDir, decodeURIComponent(pathname))
    try {
      return await net.fetch(pathToFileURL(file).toString())
    } catch {
      return notFound()
    }
  })
}
