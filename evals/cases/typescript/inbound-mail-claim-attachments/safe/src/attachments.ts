import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Attachment } from 'mailparser';

/** Mounted from EFS, the case workers' desktop reads it. */
const MOUNT = process.env.CLAIM_FILES ?? '/mnt/claims';
const KEEP = new Set(['application/pdf', 'image/jpeg', 'image/png']);

export interface SavedFile {
  file: string;
  type: string;
  bytes: number;
}

export async function saveAttachments(claimId: number, attachments: Attachment[]): Promise<SavedFile[]> {
  const folder = path.join(MOUNT, String(claimId));
  await mkdir(folder, { recursive: true });

  const saved: SavedFile[] = [];
  for (const [index, attachment] of attachments.entries()) {
    if (attachment.related || !KEEP.has(attachment.contentType)) continue;
    const file = path.join(folder, `${index}-${path.basename(attachment.filename ?? 'attachment')}`);
    await writeFile(file, attachment.content);
    saved.push({ file, type: attachment.contentType, bytes: attachment.size });
  }
  return saved;
}
