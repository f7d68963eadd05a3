import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)
const TIMEOUT = 5 * 60_000

const env = { ...process.env, GIT_TERMINAL_PROMPT: '0' }

export async function update(dir: string, branch = 'main'): Promise<string> {
  await run('git', ['fetch', '--depth', '1', 'origin', branch], { cwd: dir, env, timeout: TIMEOUT })
  await run('git', ['reset', '--hard', 'FETCH_HEAD'], { cwd: dir, env, timeout: TIMEOUT })
  const { stdout } = await run('git', ['rev-parse', 'HEAD'], { cwd: dir, env })
  return stdout.trim()
}
