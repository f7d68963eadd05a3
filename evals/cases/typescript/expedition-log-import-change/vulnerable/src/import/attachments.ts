import { copyFile, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { config } from '../config';
import type { Manifest } from './manifest';

export interface ReceivedPart {
  /** temporary file, named by the upload middleware */
  path: string;
  size: number;
}

export async function placeAttachments(
  logId: string,
  manifest: Manifest,
  parts: Map<string, ReceivedPart>,
): Promise<string[]> {
  const folder = path.join(config.mediaDir, logId);
  await mkdir(folder, { recursive: true });

  const placed: string[] = [];
  for (const entry of manifest.entries) {
    for (const { field, name } of entry.attachments) {
      const part = parts.get(field);
      if (!part) continue;
      const destination = path.join(folder, name);
      await copyFile(part.path, destination);
      placed.push(name);
    }
  }
  return placed;
}
