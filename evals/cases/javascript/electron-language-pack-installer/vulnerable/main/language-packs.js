'use strict';

const { createWriteStream } = require('fs');
const { mkdir } = require('fs/promises');
const path = require('path');
const { Readable } = require('stream');
const { pipeline } = require('stream/promises');
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
  const file = packFile(entry);
  await pipeline(Readable.fromWeb(response.body), createWriteStream(file));
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
