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
    const child = spawn('espeak-ng', ['-v', voice, '-s', '140', '-w', file, '--stdin'], {
      stdio: ['pipe', 'ignore', 'ignore']
    })
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve(file)
      else reject(new Error(`espeak-ng ended with ${code}`))
    })
    child.stdin.on('error', reject)
    child.stdin.end(text)
  })
}
