const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

export function escapeHtml(text) {
  return String(text).replace(/[&<>"']/g, (char) => ENTITIES[char])
}

export function truncate(text, length) {
  return text.length > length ? `${text.slice(0, length - 1)}…` : text
}
