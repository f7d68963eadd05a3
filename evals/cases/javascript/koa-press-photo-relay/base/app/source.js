/** The address of a photo, or null when it is not one over TLS. */
export function parseSource (value) {
  try {
    const url = new URL(value)
    return url.protocol === 'https:' && url.username === '' && url.port === '' ? url : null
  } catch {
    return null
  }
}
