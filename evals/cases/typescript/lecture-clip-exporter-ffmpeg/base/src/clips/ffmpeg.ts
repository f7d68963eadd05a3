import { spawn } from 'node:child_process'

export interface ClipOptions {
  source: string
  target: string
  start: string
  end: string
}

export class FfmpegError extends Error {}

/** Cuts a part out of a recording and encodes it for the web. */
export class ClipExporter {
  constructor (private readonly binary = 'ffmpeg') {}

  async export (options: ClipOptions): Promise<void> {
    const { source, target, start, end } = options
    await this.run([
      '-nostdin', '-y',
      '-ss', start, '-to', end,
      '-i', `file:${source}`,
      '-c:v', 'libx264', '-crf', '24', '-movflags', '+faststart',
      `file:${target}`
    ])
  }

  private run (args: string[]): Promise<void> {
    return new Promise((resolve, reject) => {
      const child = spawn(this.binary, args, { stdio: ['ignore', 'ignore', 'pipe'] })
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
