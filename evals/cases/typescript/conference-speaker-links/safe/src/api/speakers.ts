export interface Speaker {
  id: string
  name: string
  bio: string
  portrait: string | null
  // free text fields of the call for papers form
  website: string | null
  mastodon: string | null
  slides: string | null
}

export async function fetchSpeakers(edition: string): Promise<Speaker[]> {
  const res = await fetch(`/api/editions/${encodeURIComponent(edition)}/speakers`)
  if (!res.ok) throw new Error(`speakers: ${res.status}`)
  return res.json()
}
