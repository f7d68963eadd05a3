import { BrowserWindow } from 'electron';
import log from 'electron-log';
import WebSocket from 'ws';

import { getAccessToken } from './account';
import { writeNote, type Note } from './note-files';

const SYNC_URL = 'wss://sync.touchline.example/v2/notes';
const RETRY_MS = 5_000;

function isNote(value: unknown): value is Note {
  const note = value as Partial<Note> | null;
  return typeof note?.name === 'string' && typeof note.body === 'string';
}

/** Receives the notes that other members of the coaching staff save. */
export async function startSync(window: BrowserWindow): Promise<void> {
  const socket = new WebSocket(SYNC_URL, {
    headers: { Authorization: `Bearer ${await getAccessToken()}` },
    maxPayload: 1024 * 1024,
  });

  socket.on('message', async (data) => {
    try {
      const note: unknown = JSON.parse(data.toString());
      if (!isNote(note)) return;
      await writeNote(note);
      window.webContents.send('notes:changed', { name: note.name });
    } catch (error) {
      log.warn('could not store a note', error);
    }
  });

  socket.on('error', (error) => log.warn('sync', error.message));
  socket.on('close', () => setTimeout(() => void startSync(window), RETRY_MS));
}
