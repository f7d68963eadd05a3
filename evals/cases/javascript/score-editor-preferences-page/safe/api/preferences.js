import { Hono } from 'hono';
import { composer } from '../auth/composer.js';
import { store } from '../db/store.js';
import { setPath, withDefaults } from '../lib/preferences.js';

export const preferencesApi = new Hono();

preferencesApi.use(composer);

preferencesApi.get('/', async (c) => c.json(withDefaults(await store.preferences(c.get('composerId')))));

preferencesApi.patch('/', async (c) => {
  const changes = Object.entries(await c.req.json());
  if (!changes.every(([, value]) => ['string', 'number', 'boolean'].includes(typeof value))) {
    return c.json({ error: 'only plain values' }, 400);
  }

  const preferences = withDefaults(await store.preferences(c.get('composerId')));
  const done = changes.filter(([path, value]) => setPath(preferences, path, value)).length;
  await store.savePreferences(c.get('composerId'), preferences);
  return c.json({ done });
});
