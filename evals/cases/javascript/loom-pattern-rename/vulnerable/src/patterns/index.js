const { Router } = require('express');
const wrap = require('../wrap');
const { loadWeaver } = require('../auth');
const controller = require('./controller');

const router = Router();

router.param('id', (req, res, next, id) => {
  if (!/^\d+$/.test(id)) return res.sendStatus(404);
  next();
});

router.use(loadWeaver); // 401 without a session

router.get('/', wrap(controller.index));
router.delete('/:id', wrap(controller.destroy));
router.patch('/:id', wrap(controller.rename));

module.exports = router;
