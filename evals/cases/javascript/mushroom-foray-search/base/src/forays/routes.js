'use strict';

const Router = require('@koa/router');
const searchForays = require('./query');

const router = new Router({ prefix: '/forays' });

const str = (v) => (typeof v === 'string' && v.length <= 200 ? v : undefined);

router.get('/', async (ctx) => {
  const { q, season } = ctx.query;
  ctx.body = { items: await searchForays({ q: str(q), season: str(season) }) };
});

module.exports = router;
