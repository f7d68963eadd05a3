import { Router } from 'express';
import { z } from 'zod';
import { requireStudent } from '../auth/require-student';
import { fetchTitle } from './fetch-title';
import { bookmarks } from './bookmark.store';

const body = z.object({ link: z.string().url().max(2000), folder: z.string().max(80).optional() });

export const bookmarkRoutes = Router();

bookmarkRoutes.post('/bookmarks', requireStudent, async (req, res, next) => {
  try {
    const { link, folder } = body.parse(req.body);
    const title = await fetchTitle(link);
    res.status(201).json(await bookmarks.add({ studentId: res.locals.student.id, link, folder, title }));
  } catch (err) {
    next(err);
  }
});
