import { ipcMain, type IpcMainInvokeEvent } from 'electron';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { openTerminal } from './terminal';
import { isAppFrame } from './frames';

/** The folders come from the .workspace file, which teams keep in their repository. */
export function registerWorkspaceIpc(): void {
  ipcMain.handle('workspace:terminal', async (event: IpcMainInvokeEvent, root: string, folder: string) => {
    if (!isAppFrame(event.senderFrame)) {
      throw new Error('unexpected sender');
    }
    const target = path.resolve(root, folder);
    const info = await stat(target).catch(() => undefined);
    if (!info?.isDirectory()) {
      return { ok: false, reason: 'missing' };
    }
    return openTerminal(target) ? { ok: true } : { ok: false, reason: 'platform' };
  });
}
