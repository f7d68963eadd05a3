import express from 'express';
import rateLimit from 'express-rate-limit';
import { pickup } from './parcels/pickup.controller.js';

export const app = express();

app.use(express.json({ limit: '4kb' }));
app.post('/pickup', rateLimit({ windowMs: 10 * 60_000, limit: 8 }), pickup);

app.use((err, req, res, _next) => {
  console.error(err);
  res.status(500).json({ error: 'internal' });
});
