import { Router } from 'express';
import { renderArticle } from './render.js';

// Articles can be edited by every member of the community.
export function helpRoutes(articles) {
  const router = Router();

  router.get('/help/:slug', async (req, res, next) => {
    try {
      const article = await articles.bySlug(req.params.slug);
      if (!article) return next();
      res.render('help/article', { title: article.title, html: renderArticle(article) });
    } catch (err) {
      next(err);
    }
  });

  return router;
}
