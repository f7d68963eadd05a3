import { app } from 'electron';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

export interface Note {
  team: string;
  name: string;
  body: string;
}

function notesRoot(): string {
  return path.join(app.getPath('userData'), 'notes');
}

const PART = /^[\p{L}\p{N}][\p{L}\p{N} _-]{0,79}$/u;

function noteFile(team: string, name: string): string {
  if (!PART.test(team) || !PART.test(name)) {
    throw new Error('not a name for a note');
  }
  return path.join(notesRoot(), team, `${name}.md`);
}

export async function readNote(team: string, name: string): Promise<string> {
  try {
    return await readFile(noteFile(team, name), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}

export async function writeNote(note: Note): Promise<void> {
  const file = noteFile(note.team, note.name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, note.body, 'utf8');
}
