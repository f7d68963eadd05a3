import type { Request, Response } from 'express';
import { logs } from '../logs/log.repository';
import { textOnly } from './text-only';

export async function importLog(req: Request, res: Response): Promise<void> {
  const entries = textOnly(req.body);
  const log = await logs.create(req.session.explorerId!, entries);
  res.status(201).json({ id: log.id });
}
