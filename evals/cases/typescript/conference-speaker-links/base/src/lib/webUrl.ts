/** The address when it is an http(s) one, else undefined. */
export function webUrl(raw: string | null | undefined): string | undefined {
  if (!raw) return undefined
  try {
    const parsed = new URL(raw)
    return parsed.protocol === 'https:' || parsed.protocol === 'http:' ? parsed.href : undefined
  } catch {
    return undefined
  }
}
