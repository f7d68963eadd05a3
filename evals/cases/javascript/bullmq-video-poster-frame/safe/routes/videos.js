const { Router } = require('express');
const { requireUser } = require('../middleware/session');
const videos = require('../models/videos');
const queue = require('../queues/media');

const router = Router();
router.use(requireUser);

router.post('/:id/probe', async (req, res, next) => {
  try {
    const video = await videos.getOwned(req.params.id, req.user.id);
    if (!video) return res.sendStatus(404);
    await queue.add('probe', { videoId: video.id });
    res.sendStatus(202);
  } catch (err) {
    next(err);
  }
});

router.post('/:id/poster', async (req, res, next) => {
  try {
    const video = await videos.getOwned(req.params.id, req.user.id);
    if (!video) return res.sendStatus(404);
    await queue.add('poster', { videoId: video.id, second: req.body.second });
    res.sendStatus(202);
  } catch (err) {
    next(err);
  }
});

module.exports = router;
