export interface ExternalSite {
  href: string
  label: string
}

/** People write "example.org", "www.example.org/shop" or the whole address. */
export function externalSite(input?: string | null): ExternalSite | null {
  const text = input?.trim()
  if (!text) return null

  const href = text.includes(':') ? text : `https://${text}`
  const label = text.replace(/^\w+:\/\/(www\.)?/, '').replace(/\/$/, '')
  return { href, label }
}
