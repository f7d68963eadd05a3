import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'

const MAX_HITS = 200

/** Lines of a log that contain the query, upper and lower case alike. */
export async function filterLog (file, query) {
  const needle = query.toLowerCase()
  const lines = createInterface({ input: createReadStream(file), crlfDelay: Infinity })
  const hits = []
  let number = 0
  for await (const text of lines) {
    number += 1
    if (!text.toLowerCase().includes(needle)) continue
    hits.push({ number, text })
    if (hits.length === MAX_HITS) break
  }
  lines.close()
  return hits
}
