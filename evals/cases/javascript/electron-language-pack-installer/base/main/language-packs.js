'use strict';

const { createHash } = require('crypto');
const { mkdir, writeFile } = require('fs/promises');
const path = require('path');
const { app, ipcMain } = require('electron');
const { loadIndex } = require('./signed-index');

const PACK_DIR = path.join(app.getPath('userData'), 'language-packs');

function packFile(entry) {
  return path.join(PACK_DIR, `${entry.locale}-${entry.version}.js`);
}

/** entry: { locale, version, url, sha256 } of the signed index */
async function download(entry) {
  await mkdir(PACK_DIR, { recursive: true });
  const response = await fetch(entry.url);
  if (!response.ok) {
    throw new Error(`language pack ${entry.locale}: ${response.status}`);
  }
  const bytes = Buffer.from(await response.arrayBuffer());
  const digest = createHash('sha256').update(bytes).digest('hex');
  if (digest !== entry.sha256) {
    throw new Error(`language pack ${entry.locale} is damaged`);
  }
  const file = packFile(entry);
  await writeFile(file, bytes);
  return file;
}

async function install(locale) {
  const index = await loadIndex();
  const entry = index.packs.find((pack) => pack.locale === locale);
  if (!entry) throw new Error('unknown language');
  const file = await download(entry);
  return require(file);
}

function registerLanguagePacks(onChange) {
  ipcMain.handle('languages:list', async () => {
    const index = await loadIndex();
    return index.packs.map(({ locale, name }) => ({ locale, name }));
  });

  ipcMain.handle('languages:install', async (event, locale) => {
    const pack = await install(String(locale));
    onChange(pack.messages);
    return pack.messages;
  });
}

module.exports = { registerLanguagePacks };
