const LINK = /\bhttps?:\/\/[^\s<>"']+/g
const PLOT = /(^|\s)#(\d{1,4})\b/g

/** Markup for one chat message. */
export function formatMessage(text) {
  let html = text.trim()
  html = html.replace(LINK, (url) => `<a href="${url}" rel="noopener">${url}</a>`)
  html = html.replace(PLOT, '$1<a href="/plots/$2">#$2</a>')
  return html.replace(/\n/g, '<br>')
}

export function shortTime(iso) {
  return new Date(iso).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })
}
