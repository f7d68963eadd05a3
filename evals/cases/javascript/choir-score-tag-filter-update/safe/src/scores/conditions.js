import { sql } from 'kysely'

// Conditions for the score catalogue. Every function takes the value of one
// filter and gives back something that `where` understands.

const escapeLike = (text) => text.replace(/[%_\\]/g, '\\$&')

const VOICINGS = ['SATB', 'SSAA', 'TTBB', 'SAB', 'unison']

export const isVoicing = (value) => VOICINGS.includes(value)

export const forVoices = (voices) => (eb) => eb('score.voicing', '=', voices)

export const notWithdrawn = () => (eb) => eb('score.withdrawn_at', 'is', null)

export const titleLike = (words) => (eb) => eb('score.title', 'ilike', `%${escapeLike(words)}%`)

export const byComposer = (name) => (eb) =>
  eb.or([
    eb('score.composer', 'ilike', `${escapeLike(name)}%`),
    eb('score.arranger', 'ilike', `${escapeLike(name)}%`)
  ])

// pieces that were not sung for some years
export const notSungSince = (day) => (eb) =>
  eb.or([
    eb('score.last_sung_on', 'is', null),
    eb('score.last_sung_on', '<', day)
  ])

export const withCopies = (count) => (eb) => eb('score.copies', '>=', count)

// score.tags is text[]; all of the wanted tags have to be there
export const withTags = (tags) => sql`score.tags @> ${tags}::text[]`
