const { origin } = require('../config');

const HOME = '/clubhouse';

/** Where to go after signing in: a page of ours with its query and fragment, else the clubhouse. */
module.exports = function landingPage(wanted) {
  if (typeof wanted !== 'string' || !URL.canParse(wanted, origin)) return HOME;
  const url = new URL(wanted, origin);
  return url.origin === origin ? url.href : HOME;
};
