import { BrowserWindow, dialog, ipcMain, type IpcMainInvokeEvent } from 'electron';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';

import type { MessageStore } from './message-store';

interface SaveAllResult {
  saved: number;
  failed: string[];
}

/** The last part of the name, for it is the sender who chose it. */
function localName(fileName: string, index: number): string {
  const name = path.basename(fileName.replace(/\\/g, '/')).trim();
  return name === '' || name === '.' || name === '..' ? `attachment-${index + 1}` : name;
}

function windowOf(event: IpcMainInvokeEvent): BrowserWindow {
  const window = BrowserWindow.fromWebContents(event.sender);
  if (!window) {
    throw new Error('The window was closed');
  }
  return window;
}

export function registerAttachmentHandlers(store: MessageStore): void {
  ipcMain.handle('attachments:list', async (_event, messageId: number) => {
    const attachments = await store.attachmentsOf(messageId);
    return attachments.map(({ id, fileName, contentType, size }) => ({ id, fileName, contentType, size }));
  });

  ipcMain.handle('attachments:save', async (event, messageId: number, attachmentId: number) => {
    const attachment = await store.attachment(messageId, attachmentId);
    const { canceled, filePath } = await dialog.showSaveDialog(windowOf(event), {
      title: 'Save attachment',
      defaultPath: attachment.fileName,
    });
    if (canceled || !filePath) {
      return false;
    }
    await writeFile(filePath, await store.content(attachment));
    return true;
  });

  ipcMain.handle('attachments:save-all', async (event, messageId: number): Promise<SaveAllResult | null> => {
    const { canceled, filePaths } = await dialog.showOpenDialog(windowOf(event), {
      title: 'Save all attachments',
      buttonLabel: 'Save here',
      properties: ['openDirectory', 'createDirectory'],
    });
    if (canceled) {
      return null;
    }
    const [folder] = filePaths;
    const result: SaveAllResult = { saved: 0, failed: [] };
    for (const [index, attachment] of (await store.attachmentsOf(messageId)).entries()) {
      try {
        const content = await store.content(attachment);
        await writeFile(path.join(folder, localName(attachment.fileName, index)), content, { flag: 'wx' });
        result.saved += 1;
      } catch {
        // mostly EEXIST, the renderer offers to save these one by one
        result.failed.push(attachment.fileName);
      }
    }
    return result;
  });
}
