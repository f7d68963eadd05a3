import { spawn } from 'node:child_process'

export interface ClipOptions {
  source: string
  target: string
  start: string
  end: string
  /** Shown by players as the artist. */
  artist: string
}

export class FfmpegError extends Error {}

/** Cuts a part out of a recording and encodes it for the web. */
export class ClipExporter {
  constructor (private readonly binary = 'ffmpeg') {}

  async export (options: ClipOptions): Promise<void> {
    const { source, target, start, end, artist } = options
    // copying first is much faster than seeking while encoding
    const cut = `${this.binary} -nostdin -ss ${start} -to ${end} -i "file:${source}" -c copy -f mpegts -`
    const encode = [
      this.binary, '-y', '-i', '-',
      '-c:v', 'libx264', '-crf', '24', '-movflags', '+faststart',
      '-metadata', `artist="${artist.replace(/"/g, '\\"')}"`,
      `"file:${target}"`
    ].join(' ')
    await this.run(cut, encode)
  }

  private run (cut: string, encode: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const child = spawn(`${cut} | ${encode}`, { shell: true, stdio: ['ignore', 'ignore', 'pipe'] })
      let messages = ''
      child.stderr.on('data', (chunk: Buffer) => {
        messages = (messages + chunk.toString()).slice(-4000)
      })
      child.on('error', reject)
      child.on('close', (code) => {
        if (code === 0) resolve()
        else reject(new FfmpegError(`ffmpeg ended with ${code}`, { cause: messages }))
      })
    })
  }
}
