import { Hono } from 'hono';
import { staffOnly } from '../auth';
import { ArchiveStore, ReportNotFound } from './archiveStore';

export function archiveRoutes(store: ArchiveStore) {
  const app = new Hono();
  app.use('*', staffOnly);

  app.get('/', async (c) => c.json({ reports: await store.list() }));

  app.get('/:name{.+}', async (c) => {
    try {
      const report = await store.read(decodeURIComponent(c.req.param('name')));
      return c.body(report, 200, { 'content-type': 'application/octet-stream' });
    } catch (err) {
      if (err instanceof ReportNotFound) return c.notFound();
      throw err;
    }
  });

  return app;
}
