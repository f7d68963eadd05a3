import http from 'node:http'
import https from 'node:https'

// partners move their pictures around, so take whatever is a picture of theirs
const PARTNERS = new Set(['img.tramarchive.example', 'media.railways.example'])

const allowed = (url) =>
  url.protocol === 'https:' && PARTNERS.has(url.host) && /\.(jpe?g|png)$/i.test(url.pathname)

const fail = (res, status) => {
  if (res.headersSent) return res.destroy()
  res.writeHead(status).end()
}

const server = http.createServer((req, res) => {
  const src = new URL(req.url, 'http://relay').searchParams.get('src')
  if (req.method !== 'GET' || !src || !URL.canParse(src)) return fail(res, 400)

  const url = new URL(src)
  if (!allowed(url)) return fail(res, 403)

  const upstream = https.get(url, { timeout: 5000 }, (answer) => {
    const type = answer.headers['content-type'] ?? ''
    if (answer.statusCode !== 200 || !/^image\/(jpeg|png)$/.test(type)) {
      answer.resume()
      return fail(res, 502)
    }
    res.writeHead(200, { 'content-type': type, 'cache-control': 'public, max-age=86400' })
    answer.pipe(res)
  })
  upstream.on('timeout', () => upstream.destroy(new Error('timeout')))
  upstream.on('error', () => fail(res, 502))
})

server.listen(Number(process.env.PORT ?? 8090))
