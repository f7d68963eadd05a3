import { contextBridge, ipcRenderer } from 'electron';

contextBridge.exposeInMainWorld('notes', {
  list: () => ipcRenderer.invoke('notes:list'),
  save: (id: string, body: string) => ipcRenderer.invoke('notes:save', id, body),
  attachment: (noteId: string, name: string) => ipcRenderer.invoke('attachments:read', noteId, name),
});
