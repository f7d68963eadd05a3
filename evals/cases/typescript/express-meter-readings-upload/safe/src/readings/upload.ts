import { parse } from 'csv-parse/sync';
import { Router } from 'express';
import multer from 'multer';
import { requireTechnician } from '../auth/require-technician';
import { readings } from '../stores/readings';

const upload = multer({
  storage: multer.memoryStorage(),
  limits: { fileSize: 1024 * 1024, files: 1, fields: 5, fieldSize: 1024 },
});

interface Reading {
  meter: string;
  kwh: number;
  readOn: string;
}

class SheetError extends Error {
  constructor(line: number, problem: string) {
    super(`line ${line}: ${problem}`);
  }
}

function toReading(row: Record<string, string>, index: number): Reading {
  const line = index + 2;
  const kwh = Number(row.kwh);
  if (!/^\d{8}$/.test(row.meter ?? '')) throw new SheetError(line, 'meter number');
  if (!Number.isFinite(kwh) || kwh < 0) throw new SheetError(line, 'reading');
  if (!/^\d{4}-\d{2}-\d{2}$/.test(row.date ?? '')) throw new SheetError(line, 'date');
  return { meter: row.meter, kwh, readOn: row.date };
}

export const readingUploads = Router();

readingUploads.post('/readings/upload', requireTechnician, upload.single('sheet'), async (req, res, next) => {
  try {
    if (!req.file) {
      res.status(400).json({ error: 'A sheet is required' });
      return;
    }
    const rows: Record<string, string>[] = parse(req.file.buffer, { columns: true, trim: true, bom: true });
    const found = rows.map(toReading);
    await readings.addAll(req.technician.districtId, found);
    res.status(201).json({ imported: found.length });
  } catch (error) {
    if (error instanceof SheetError) {
      res.status(422).json({ error: error.message });
      return;
    }
    next(error);
  }
});
