import type { Request, Response } from 'express';
import { logs } from '../logs/log.repository';
import { placeAttachments, type ReceivedPart } from './attachments';
import { Manifest } from './manifest';

/** Mounted behind requireExplorer and the multipart middleware. */
export async function importLog(req: Request, res: Response): Promise<void> {
  const parsed = Manifest.safeParse(JSON.parse(String(req.body.manifest ?? 'null')));
  if (!parsed.success) {
    res.status(422).json({ issues: parsed.error.issues });
    return;
  }
  const files = (req.files ?? []) as Express.Multer.File[];
  const parts = new Map<string, ReceivedPart>(files.map((f) => [f.fieldname, { path: f.path, size: f.size }]));

  const log = await logs.create(req.session.explorerId!, parsed.data.entries);
  const attachments = await placeAttachments(log.id, parsed.data, parts);
  res.status(201).json({ id: log.id, attachments });
}
