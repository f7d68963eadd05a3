const LINK = /https?:\/\/[^\s<>"']+/g

const anchor = (url) => `<a href="${url}" rel="noopener noreferrer" target="_blank">${url}</a>`

export function linkify(text) {
  return text.replace(LINK, anchor).replace(/\n/g, '<br>')
}
