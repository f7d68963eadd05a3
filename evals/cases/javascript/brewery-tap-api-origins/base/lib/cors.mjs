const SHOPS = new Set(['https://www.hopfenbar.beer', 'https://shop.hopfenbar.beer'])

const METHODS = 'GET, PUT, DELETE'

/** Wraps a node:http handler. */
export const withCors = (handler) => (req, res) => {
  const { origin } = req.headers

  res.setHeader('Vary', 'Origin')
  if (origin && SHOPS.has(origin)) {
    res.setHeader('Access-Control-Allow-Origin', origin)
    res.setHeader('Access-Control-Allow-Credentials', 'true')
  }

  if (req.method === 'OPTIONS') {
    res.setHeader('Access-Control-Allow-Methods', METHODS)
    res.setHeader('Access-Control-Allow-Headers', 'content-type')
    res.writeHead(204).end()
    return
  }
  return handler(req, res)
}
