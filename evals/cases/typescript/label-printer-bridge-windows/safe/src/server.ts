import express from 'express';
import { z } from 'zod';
import { requireStation } from './auth';
import { submit } from './printing/spooler';

const jobSchema = z.object({
  printer: z.string().min(1).max(64),
  title: z.string().max(120).default('label'),
  zpl: z.string().max(100_000),
});

export const app = express();
app.use(express.json({ limit: '200kb' }));
app.use(requireStation);

app.post('/jobs', async (req, res) => {
  const job = jobSchema.safeParse(req.body);
  if (!job.success) {
    res.status(400).json({ error: 'invalid job' });
    return;
  }
  try {
    await submit(job.data);
    res.sendStatus(202);
  } catch (err) {
    console.error('print job failed', err);
    res.status(502).json({ error: 'printer did not take the job' });
  }
});
