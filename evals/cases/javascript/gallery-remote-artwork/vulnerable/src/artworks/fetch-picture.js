'use strict';

const got = require('got');

const MAX_BYTES = 12 * 1024 * 1024;
const EXTENSIONS = /\.(jpe?g|png|webp|tiff?)$/i;

class PictureError extends Error {}

/**
 * Loads the picture of an artwork from a collection on the web.
 * @returns {Promise<{ type: string, data: Buffer }>}
 */
async function fetchPicture(address) {
  const url = new URL(address);
  if (!EXTENSIONS.test(url.pathname)) {
    throw new PictureError('not the address of a picture');
  }
  const response = await got(url, {
    responseType: 'buffer',
    followRedirect: false,
    timeout: { request: 15000 },
    retry: { limit: 1 },
  });
  const type = response.headers['content-type'] || '';
  if (!type.startsWith('image/') || response.body.length > MAX_BYTES) {
    throw new PictureError('not a picture, or too large');
  }
  return { type, data: response.body };
}

module.exports = { fetchPicture, PictureError };
