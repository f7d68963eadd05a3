import { Router } from 'express';

import { csrf } from '../csrf.js';
import { requireCook } from '../session.js';
import { addNote, findRecipe } from '../store.js';
import { recipePage } from '../views/notes.js';

export const recipes = Router();

recipes.get('/:slug', async (req, res) => {
  const recipe = await findRecipe(req.params.slug);
  if (!recipe) {
    return res.sendStatus(404);
  }
  return res.type('html').send(recipePage(recipe));
});

recipes.post('/:slug/notes', requireCook, csrf, async (req, res) => {
  const text = String(req.body.text ?? '').slice(0, 2000);
  await addNote(req.params.slug, { author: req.cook.name, text });
  res.redirect(303, `/recipes/${encodeURIComponent(req.params.slug)}`);
});
