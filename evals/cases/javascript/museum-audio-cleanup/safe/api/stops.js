const { Router } = require('express');
const queue = require('./queue');
const { requireCurator } = require('./auth');

const stops = Router();

stops.delete('/tours/:tour/stops', requireCurator, async (req, res, next) => {
  try {
    // older tours have slashes in the names of their stops, hence the query string
    await queue.publish('stop-removed', {
      tour: req.params.tour,
      stop: String(req.query.stop),
    });
    res.sendStatus(202);
  } catch (err) {
    next(err);
  }
});

module.exports = stops;
