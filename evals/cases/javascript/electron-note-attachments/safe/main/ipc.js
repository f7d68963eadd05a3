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

const MIME = { '.png': 'image/png', '.jpg': 'image/jpeg', '.pdf': 'application/pdf', '.txt': 'text/plain' };

// Shared notes are synced from other people; their markdown names the attachments.
async function readAttachment({ noteId, name }, index) {
  const note = index.get(noteId);
  if (!note) return null;
  const file = path.join(notesDir(), note.id, 'attachments', path.basename(name));
  const data = await fs.readFile(file);
  return { name, type: MIME[path.extname(name)] || 'application/octet-stream', data };
}

exports.register = (window, index) => {
  handle('notes:list', () => index.all());

  handle('attachments:read', (request) => readAttachment(request, index));

  handle('notes:export', async (noteId) => {
    const note = index.get(noteId);
    const { canceled, filePath } = await dialog.showSaveDialog(window, { defaultPath: 'note.md' });
    if (canceled) return false;
    await fs.writeFile(filePath, note.markdown, 'utf8');
    return true;
  });
};

exports.notesDir = notesDir;
