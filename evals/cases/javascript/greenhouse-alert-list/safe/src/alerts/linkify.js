const LINK = /https?:\/\/[^\s<>"']+/g
const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

const anchor = (url) => `<a href="${url}" rel="noopener noreferrer" target="_blank">${url}</a>`

export function linkify(text) {
  const escaped = text.replace(/[&<>"']/g, (ch) => ENTITIES[ch])
  return escaped.replace(LINK, anchor).replace(/\n/g, '<br>')
}
