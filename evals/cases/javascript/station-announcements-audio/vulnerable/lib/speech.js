import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const VOICES = { en: 'en-gb', de: 'de', fr: 'fr-fr' }

/**
 * Writes a WAV file and gives its path.
 */
export function speak (text, language = 'en') {
  const voice = Object.hasOwn(VOICES, language) ? VOICES[language] : VOICES.en
  const file = join(tmpdir(), `announcement-${randomUUID()}.wav`)
  return new Promise((resolve, reject) => {
    const line = `espeak-ng -v ${voice} -s 140 -w ${file} "${text.replace(/"/g, "'")}"`
    const child = spawn(line, { shell: true, stdio: 'ignore' })
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve(file)
      else reject(new Error(`espeak-ng ended with ${code}`))
    })
  })
}
