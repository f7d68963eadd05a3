import { Router } from 'express';

import { csrf } from '../middleware/csrf.js';
import { requireUser } from '../middleware/auth.js';
import { Calendar } from '../models/calendar.js';

export const calendars = Router();

calendars.use(requireUser, csrf);

calendars.get('/', async (req, res, next) => {
  try {
    const own = await Calendar.findAll({ where: { userId: req.user.id } });
    res.json(own.map((calendar) => calendar.summary()));
  } catch (error) {
    next(error);
  }
});

calendars.delete('/:id', async (req, res, next) => {
  try {
    const gone = await Calendar.destroy({ where: { id: req.params.id, userId: req.user.id } });
    res.sendStatus(gone ? 204 : 404);
  } catch (error) {
    next(error);
  }
});
