const BASE = 'http://library.invalid'

const withPage = (path, page) => {
  const url = new URL(path, BASE)
  url.searchParams.set('page', page)
  return url.pathname + url.search
}

// "//host" and "/\host" end up with another origin, and so do whole URLs
const localPath = (value, fallback) => {
  if (typeof value !== 'string' || !value.startsWith('/') || !URL.canParse(value, BASE)) return fallback
  const url = new URL(value, BASE)
  const path = url.pathname + url.search
  return url.origin === BASE && !path.startsWith('//') ? path : fallback
}

module.exports = { withPage, localPath }
