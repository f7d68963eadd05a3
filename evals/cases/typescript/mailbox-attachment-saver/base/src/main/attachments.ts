import { BrowserWindow, dialog, ipcMain, type IpcMainInvokeEvent } from 'electron';
import { writeFile } from 'node:fs/promises';

import type { MessageStore } from './message-store';

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
}
