import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

const OPTIONS = {
  timeout: 20_000,
  maxBuffer: 4 * 1024 * 1024,
  env: { ...process.env, GIT_TERMINAL_PROMPT: '0' },
}

export class GitError extends Error {
  constructor (message, cause) {
    super(message, { cause })
    this.name = 'GitError'
  }
}

function parseRefs (stdout) {
  const refs = new Map()
  for (const line of stdout.split('\n')) {
    const [sha, name] = line.split('\t')
    if (name) refs.set(name, sha)
  }
  return refs
}

/**
 * Lists the branches and tags of a remote as a Map from name to commit.
 * Patterns are those of git itself, such as "release/*".
 */
export async function lsRemote (remote, patterns = []) {
  const args = ['ls-remote', '--heads', '--tags', remote, ...patterns]
  try {
    const { stdout } = await run('git', args.map(String), OPTIONS)
    return parseRefs(stdout)
  } catch (err) {
    throw new GitError(`Cannot read ${remote}`, err)
  }
}
