import got from 'got'
import { parse } from 'node-html-parser'

const meta = (root, name) =>
  root.querySelector(`meta[property="og:${name}"]`)?.getAttribute('content') ??
  root.querySelector(`meta[name="${name}"]`)?.getAttribute('content') ??
  null

const shorten = (text, length) =>
  text && (text.length > length ? `${text.slice(0, length - 1).trimEnd()}…` : text)

/**
 * Title and description of a page. Gives back null if there is nothing to
 * show; the item is stored without a card in that case.
 */
export async function fetchCard (address) {
  try {
    const response = await got(address, {
      timeout: { request: 4000 },
      retry: { limit: 0 },
      headers: { accept: 'text/html', 'user-agent': 'reading-list/2.4' }
    })
    const root = parse(response.body.slice(0, 200_000))
    const title = meta(root, 'title') ?? root.querySelector('title')?.text ?? null
    return title && { title: shorten(title.trim(), 200), description: shorten(meta(root, 'description'), 500) }
  } catch {
    return null
  }
}
