import express, { Router } from 'express';
import { requireRider } from '../auth';
import { documentUpload, kindOf, requireFile, UPLOAD_DIR } from '../uploads/middleware';
import { riders } from './store';

export const riderRoutes = Router();

riderRoutes.use(requireRider);

// riders and trainers see each other's papers before a course
riderRoutes.use('/files', express.static(UPLOAD_DIR, { index: false, dotfiles: 'deny' }));

riderRoutes.post('/me/documents', documentUpload, async (req, res, next) => {
  try {
    const file = requireFile(req.file);
    const saved = await riders.addDocument(req.rider!.id, {
      file: file.filename,
      kind: kindOf(file.mimetype),
    });
    res.status(201).json({ id: saved.id, url: `/riders/files/${file.filename}` });
  } catch (err) {
    next(err);
  }
});
