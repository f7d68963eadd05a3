const BASE = 'http://library.invalid'

const withPage = (path, page) => {
  const url = new URL(path, BASE)
  url.searchParams.set('page', page)
  return url.pathname + url.search
}

module.exports = { withPage }
