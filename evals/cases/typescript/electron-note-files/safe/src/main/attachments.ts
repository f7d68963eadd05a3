import { app, ipcMain } from 'electron';
import { promises as fs } from 'node:fs';
import path from 'node:path';

const MIME: Record<string, string> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.pdf': 'application/pdf',
};

function attachmentsDir(): string {
  return path.join(app.getPath('userData'), 'attachments');
}

function resolveAttachment(noteId: string, name: string): string {
  const root = path.resolve(attachmentsDir());
  const file = path.resolve(root, noteId, name);
  if (!file.startsWith(root + path.sep)) {
    throw new Error('attachment not found');
  }
  return file;
}

/** Notes synced from a shared workspace refer to their files as attachment://<note>/<name>. */
export function registerAttachmentHandlers(): void {
  ipcMain.handle('attachments:read', async (_event, noteId: string, name: string) => {
    const file = resolveAttachment(noteId, name);
    const data = await fs.readFile(file);
    const type = MIME[path.extname(file).toLowerCase()] ?? 'application/octet-stream';
    return { type, base64: data.toString('base64') };
  });
}
