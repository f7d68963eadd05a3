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

/** Notes synced from a shared workspace refer to their files as attachment://<note>/<name>. */
export function registerAttachmentHandlers(): void {
  ipcMain.handle('attachments:read', async (_event, noteId: string, name: string) => {
    const file = path.join(attachmentsDir(), noteId, name);
    const data = await fs.readFile(file);
    const type = MIME[path.extname(file).toLowerCase()] ?? 'application/octet-stream';
    return { type, base64: data.toString('base64') };
  });
}
