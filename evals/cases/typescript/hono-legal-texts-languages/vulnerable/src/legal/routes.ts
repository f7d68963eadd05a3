import { Hono } from 'hono';
import { isLegalDoc, type LegalTexts } from './legal-texts';

export function legalRoutes(texts: LegalTexts) {
  const routes = new Hono();

  routes.get('/legal/:doc', async (c) => {
    const doc = c.req.param('doc');
    if (!isLegalDoc(doc)) {
      return c.notFound();
    }
    const lang = c.req.query('lang')?.toLowerCase();
    c.header('Cache-Control', 'public, max-age=3600');
    c.header('Content-Type', 'text/markdown; charset=utf-8');
    return c.body(await texts.read(doc, lang));
  });

  return routes;
}
