const Router = require('@koa/router');
const { requireHost } = require('../auth');
const controller = require('./shows.controller');

const router = new Router({ prefix: '/shows' });
router.use(requireHost);
router.post('/', controller.create);

module.exports = router;
