import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'

const MAX_HITS = 200

/** Lines of a log that contain the query, upper and lower case alike, with the places of the matches. */
export async function filterLog (file, query) {
  const needle = new RegExp(query, 'gi')
  const lines = createInterface({ input: createReadStream(file), crlfDelay: Infinity })
  const hits = []
  let number = 0
  for await (const text of lines) {
    number += 1
    const marks = Array.from(text.matchAll(needle), match => [match.index, match[0].length])
    if (marks.length === 0) continue
    hits.push({ number, text, marks })
    if (hits.length === MAX_HITS) break
  }
  lines.close()
  return hits
}
