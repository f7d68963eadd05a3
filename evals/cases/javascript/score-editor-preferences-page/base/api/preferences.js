import { Hono } from 'hono';
import { composer } from '../auth/composer.js';
import { store } from '../db/store.js';
import { defaults, withDefaults } from '../lib/preferences.js';

export const preferencesApi = new Hono();

preferencesApi.use(composer);

preferencesApi.get('/', async (c) => c.json(withDefaults(await store.preferences(c.get('composerId')))));

preferencesApi.patch('/playback/metronome', async (c) => {
  const { on } = await c.req.json();
  const preferences = withDefaults(await store.preferences(c.get('composerId')));
  preferences.playback.metronome = Boolean(on ?? defaults.playback.metronome);
  await store.savePreferences(c.get('composerId'), preferences);
  return c.body(null, 204);
});
