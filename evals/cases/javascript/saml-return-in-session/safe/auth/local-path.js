// A path on this site, or the start page.
const SHAPE = /^\/(?![/\\])[\w\-./?=&%]*$/

function localPath (value) {
  return typeof value === 'string' && SHAPE.test(value) ? value : '/'
}

module.exports = localPath
