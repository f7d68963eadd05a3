'use strict';

const got = require('got');

const HOSTS = ['upload.wikimedia.org', 'images.metmuseum.org'];
const MAX_BYTES = 12 * 1024 * 1024;

class PictureError extends Error {}

/**
 * Loads the picture of an artwork from a collection on the web.
 * @returns {Promise<{ type: string, data: Buffer }>}
 */
async function fetchPicture(address) {
  const url = new URL(address);
  if (url.protocol !== 'https:' || !HOSTS.includes(url.host)) {
    throw new PictureError('pictures of this site cannot be used');
  }
  const response = await got(url, {
    responseType: 'buffer',
    followRedirect: false,
    timeout: { request: 10000 },
  });
  const type = response.headers['content-type'] || '';
  if (!type.startsWith('image/') || response.body.length > MAX_BYTES) {
    throw new PictureError('not a picture, or too large');
  }
  return { type, data: response.body };
}

module.exports = { fetchPicture, PictureError };
