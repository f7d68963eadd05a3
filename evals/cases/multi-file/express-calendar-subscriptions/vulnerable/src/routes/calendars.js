import { Router } from 'express';

import { fetchText } from '../lib/fetcher.js';
import { parseEvents } from '../lib/ics.js';
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

calendars.post('/subscriptions', async (req, res, next) => {
  const { url, name } = req.body;
  if (typeof url !== 'string' || typeof name !== 'string') {
    return res.status(422).json({ error: 'Name and address are needed.' });
  }
  try {
    const text = await fetchText(url, { accept: 'text/calendar' });
    const calendar = await Calendar.create({ userId: req.user.id, name: name.slice(0, 80), url });
    await calendar.replaceEvents(parseEvents(text));
    return res.status(201).json(calendar.summary());
  } catch (error) {
    return next(error);
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
