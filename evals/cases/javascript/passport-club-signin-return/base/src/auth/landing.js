const { origin } = require('../config');

const HOME = '/clubhouse';

/** Where to go after signing in: a page of ours, else the clubhouse. */
module.exports = function landingPage(wanted) {
  if (typeof wanted !== 'string') return HOME;
  const url = new URL(HOME, origin);
  try {
    url.href = new URL(wanted, origin).href;
  } catch {
    return HOME;
  }
  return url.origin === origin ? url.origin + url.pathname : HOME;
};
