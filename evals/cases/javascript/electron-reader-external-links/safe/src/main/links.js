const { clipboard, shell } = require('electron')
const log = require('./log')

const SCHEMES = ['https:', 'http:', 'mailto:']

// feeds add these to count clicks
const TRACKING = ['utm_source', 'utm_medium', 'utm_campaign', 'fbclid', 'gclid']

function withoutTracking(link) {
  const url = new URL(link)
  for (const name of TRACKING) url.searchParams.delete(name)
  return url.href
}

function openLink(link) {
  if (!URL.canParse(link)) return
  const url = withoutTracking(link)
  if (!SCHEMES.includes(new URL(url).protocol)) return
  shell.openExternal(url).catch((err) => log.warn('cannot open link', err.message))
}

function copyLink(link) {
  if (!URL.canParse(link)) return
  clipboard.writeText(withoutTracking(link))
}

module.exports = { copyLink, openLink }
