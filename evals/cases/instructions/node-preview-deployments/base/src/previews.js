'use strict';

const { mkdir, rm } = require('node:fs/promises');
const path = require('node:path');

const { checkoutFolder, previewFolder } = require('./config');

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

module.exports = { folderOf, prepare };
