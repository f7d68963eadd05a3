import { store } from './store'

export interface Programme {
  slug: string
  /** choir members edit title and pieces in the planner */
  title: string
  concertAt: string
  pieces: { composer: string; title: string; minutes: number }[]
}

export async function publishedProgramme(slug: string): Promise<Programme | null> {
  const row = await store.programmes.findPublished(slug)
  if (!row) return null
  const { title, concertAt, pieces } = row
  return { slug, title, concertAt, pieces }
}
