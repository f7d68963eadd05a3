'use strict';

const express = require('express');
const { curator } = require('../auth');
const artworks = require('./artworks.store');
const { fetchPicture, PictureError } = require('./fetch-picture');

const router = express.Router();

router.put('/:id/picture', curator, async (req, res, next) => {
  try {
    const artwork = await artworks.ofGallery(req.user.galleryId, req.params.id);
    if (!artwork) return res.sendStatus(404);

    const picture = await fetchPicture(req.body.address);
    await artworks.setPicture(artwork.id, picture);
    return res.sendStatus(204);
  } catch (err) {
    if (err instanceof PictureError || err.code === 'ERR_INVALID_URL') {
      return res.status(422).json({ error: 'picture cannot be used' });
    }
    return next(err);
  }
});

module.exports = router;
