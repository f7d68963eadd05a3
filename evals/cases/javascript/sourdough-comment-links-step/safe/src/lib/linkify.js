const BARE_URL = /(^|[\s>])(https?:\/\/[^\s<>"']+)/g

/** Wraps bare addresses in anchors and leaves the rest of the text alone. */
export function linkify(html) {
  return html.replace(BARE_URL, (_, lead, url) => {
    const label = url.length > 50 ? `${url.slice(0, 47)}…` : url
    return `${lead}<a href="${url}" rel="nofollow ugc">${label}</a>`
  })
}
