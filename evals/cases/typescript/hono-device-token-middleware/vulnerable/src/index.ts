import { Hono } from 'hono';
import { device, requireJson, type Env } from './middleware/device';

const app = new Hono<Env>();

app.get('/health', (c) => c.text('ok'));

app.get('/config', device, async (c) => {
  const config = await c.env.FLEET.get(`fleet:${c.get('fleetId')}`, 'json');
  return config ? c.json(config) : c.notFound();
});

app.post('/telemetry', device, requireJson, async (c) => {
  const { temperature, battery } = await c.req.json();
  const sample = { temperature: Number(temperature), battery: Number(battery), at: Date.now() };
  await c.env.FLEET.put(`device:${c.get('deviceId')}`, JSON.stringify(sample));
  return c.body(null, 204);
});

export default app;
