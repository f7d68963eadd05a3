import { open } from 'node:fs/promises'
import { join } from 'node:path'

const LOG_DIR = process.env.FLEET_LOG_DIR ?? '/var/log/fleet'

/**
 * The last bytes of a log, cut at the beginning of a line.
 */
export async function tail (name, bytes = 16 * 1024) {
  const file = join(LOG_DIR, name)
  const handle = await open(file, 'r')
  try {
    const { size } = await handle.stat()
    const start = Math.max(0, size - bytes)
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(size - start), 0, size - start, start)
    const text = buffer.toString('utf8', 0, bytesRead)
    return start === 0 ? text : text.slice(text.indexOf('\n') + 1)
  } finally {
    await handle.close()
  }
}
