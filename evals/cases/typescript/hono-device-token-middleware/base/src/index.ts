import { Hono } from 'hono';
import { type Env } from './middleware/device';

const app = new Hono<Env>();

app.get('/health', (c) => c.text('ok'));

export default app;
