import { Router } from 'express';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

import { requireUser } from '../auth/require-user';
import { HttpError } from '../http-error';
import { directoryOf } from './repositories';

const execFileAsync = promisify(execFile);

interface Entry {
  commit: string;
  author: string;
  subject: string;
}

async function git(directory: string, args: string[]): Promise<string> {
  const { stdout } = await execFileAsync('git', ['-C', directory, ...args], {
    timeout: 15_000,
    maxBuffer: 4 * 1024 * 1024,
  });
  return stdout;
}

function toEntry(line: string): Entry {
  const [commit, author, ...subject] = line.split('\t');
  return { commit, author, subject: subject.join(' ') };
}

export const changelogRouter = Router();

changelogRouter.use(requireUser);

changelogRouter.get('/:repository', async (req, res, next) => {
  try {
    const directory = directoryOf(req.params.repository);
    if (!directory) {
      throw new HttpError(404, 'unknown repository');
    }
    const output = await git(directory, ['log', '--format=%H%x09%an%x09%s', '-n', '100', 'HEAD']);
    res.json({
      entries: output.split('\n').filter(Boolean).map(toEntry),
    });
  } catch (error) {
    next(error);
  }
});

changelogRouter.get('/:repository/branches', async (req, res, next) => {
  try {
    const directory = directoryOf(req.params.repository);
    if (!directory) {
      throw new HttpError(404, 'unknown repository');
    }
    const output = await git(directory, ['for-each-ref', '--format=%(refname:short)', 'refs/heads']);
    res.json(output.split('\n').filter(Boolean));
  } catch (error) {
    next(error);
  }
});
