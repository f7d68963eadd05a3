'use strict';

const { execFile } = require('node:child_process');
const { cp, mkdir, rm } = require('node:fs/promises');
const path = require('node:path');
const { promisify } = require('node:util');

const { checkoutFolder, previewFolder } = require('./config');

const run = promisify(execFile);
const BRANCH = /^[a-z0-9][a-z0-9_]*(?:[/-][a-z0-9_]+)*$/i;

const slug = (branch) => branch.toLowerCase().replace(/[^a-z0-9]+/g, '-').slice(0, 40) || 'preview';

/** The folder where a branch can be looked at. */
const folderOf = (branch) => path.join(previewFolder, slug(branch));

/** Makes an empty place for a branch. */
async function prepare(branch) {
  const folder = folderOf(branch);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  return folder;
}

/** Brings a branch to its place after a push. */
async function deploy(push) {
  const branch = push.ref.replace(/^refs\/heads\//, '');
  if (!BRANCH.test(branch)) {
    throw new RangeError('this branch name cannot be previewed');
  }
  const options = { cwd: checkoutFolder, timeout: 120_000 };
  await run('git', ['fetch', '--depth', '1', 'origin', `refs/heads/${branch}`], options);
  await run('git', ['checkout', '--force', 'FETCH_HEAD'], options);
  const folder = await prepare(branch);
  await cp(path.join(checkoutFolder, 'public'), folder, { recursive: true });
  return folder;
}

module.exports = { deploy, folderOf, prepare };
