import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

export interface Upload {
  name: string
  content: string
}

export interface Stored {
  name: string
  file: string
  bytes: number
}

const MAX_BYTES = 3 * 1024 * 1024

export class AttachmentStore {
  constructor (private readonly root: string) {}

  async save (ticketId: number, { name, content }: Upload): Promise<Stored> {
    const bytes = Buffer.from(content, 'base64')
    if (bytes.length === 0 || bytes.length > MAX_BYTES) throw new RangeError('attachment size')

    const folder = join(this.root, `ticket-${ticketId}`)
    await mkdir(folder, { recursive: true })
    const file = join(folder, name)
    await writeFile(file, bytes)
    return { name, file, bytes: bytes.length }
  }
}
