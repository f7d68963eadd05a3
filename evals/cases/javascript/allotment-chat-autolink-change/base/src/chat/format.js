import escape from 'lodash/escape'

const LINK = /\bhttps?:\/\/[^\s<>"']+/g

/** Markup for one chat message. */
export function formatMessage(text) {
  return escape(text).replace(LINK, (url) => `<a href="${url}" rel="noopener">${url}</a>`)
}

export function shortTime(iso) {
  return new Date(iso).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })
}
