import { randomUUID } from 'node:crypto';
import path from 'node:path';
import multer from 'multer';
import { HttpError } from '../errors';

export const UPLOAD_DIR = path.resolve('var/uploads');

const EXTENSIONS: Record<string, string> = {
  'image/jpeg': '.jpg',
  'image/png': '.png',
  'application/pdf': '.pdf',
};

const storage = multer.diskStorage({
  destination: UPLOAD_DIR,
  filename(_req, file, cb) {
    cb(null, randomUUID() + EXTENSIONS[file.mimetype]);
  },
});

/** One file in the field `document`. */
export const documentUpload = multer({
  storage,
  limits: { fileSize: 4 * 1024 * 1024, files: 1 },
  fileFilter: (_req, file, cb) => cb(null, Object.hasOwn(EXTENSIONS, file.mimetype)),
}).single('document');

export function kindOf(mimetype: string): 'photo' | 'certificate' {
  return mimetype.startsWith('image/') ? 'photo' : 'certificate';
}

export function requireFile(file?: Express.Multer.File): Express.Multer.File {
  if (!file) throw new HttpError(422, 'Please choose a file');
  return file;
}
