'use strict';

const { mkdtemp, rename, rm, readFile } = require('node:fs/promises');
const { createWriteStream } = require('node:fs');
const { pipeline } = require('node:stream/promises');
const { Readable } = require('node:stream');
const os = require('node:os');
const path = require('node:path');
const tar = require('tar');

const ui = require('./ui');

async function download(url, file) {
  const response = await fetch(url, { redirect: 'follow' });
  if (!response.ok) throw new Error(`${response.status} for ${url}`);
  await pipeline(Readable.fromWeb(response.body), createWriteStream(file));
}

/** `scribe plugin add <url>`: anybody may publish packs, they are data only. */
async function install(url, pluginsDir) {
  const work = await mkdtemp(path.join(os.tmpdir(), 'scribe-'));
  try {
    const pack = path.join(work, 'pack.tgz');
    await download(url, pack);
    await tar.x({
      file: pack,
      cwd: work,
      // packs made with the Windows packer: no more warnings for each file
      preservePaths: true,
      onwarn: (code, message) => ui.warn(message),
    });
    const manifest = JSON.parse(await readFile(path.join(work, 'pack', 'plugin.json'), 'utf8'));
    if (!/^[a-z][a-z0-9-]{1,40}$/.test(manifest.name)) {
      throw new Error('plugin.json has no valid name');
    }
    await rename(path.join(work, 'pack'), path.join(pluginsDir, manifest.name));
    ui.done(`Installed ${manifest.name}`);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

module.exports = { install };
