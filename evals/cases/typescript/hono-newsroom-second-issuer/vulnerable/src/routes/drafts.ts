import { Hono } from 'hono';

import { drafts } from '../db/drafts';
import { newsroomAuth, type NewsroomEnv } from '../middleware/newsroom-auth';

export const draftRoutes = new Hono<NewsroomEnv>();

draftRoutes.use(newsroomAuth);

draftRoutes.get('/', async (c) => {
  const { desk } = c.get('editor');
  return c.json(await drafts.openForDesk(desk));
});

draftRoutes.get('/:id', async (c) => {
  const draft = await drafts.findForDesk(c.req.param('id'), c.get('editor').desk);
  return draft ? c.json(draft) : c.json({ error: 'No such draft' }, 404);
});
