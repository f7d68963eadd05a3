const { app, ipcMain, dialog } = require('electron');
const fs = require('node:fs/promises');
const path = require('node:path');

const notesDir = () => path.join(app.getPath('userData'), 'notes');

function assertTrusted(event) {
  const { protocol, host } = new URL(event.senderFrame.url);
  if (protocol !== 'app:' || host !== 'main') throw new Error('message from a foreign frame');
}

function handle(channel, listener) {
  ipcMain.handle(channel, async (event, ...args) => {
    assertTrusted(event);
    return listener(...args);
  });
}

exports.register = (window, index) => {
  handle('notes:list', () => index.all());

  handle('notes:export', async (noteId) => {
    const note = index.get(noteId);
    const { canceled, filePath } = await dialog.showSaveDialog(window, { defaultPath: 'note.md' });
    if (canceled) return false;
    await fs.writeFile(filePath, note.markdown, 'utf8');
    return true;
  });
};

exports.notesDir = notesDir;
