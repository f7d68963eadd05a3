const HOME = '/clubhouse';

/** Where to go after signing in: a page of ours with its query and fragment, else the clubhouse. */
module.exports = function landingPage(wanted) {
  if (typeof wanted !== 'string' || !wanted.startsWith('/')) return HOME;
  const [page, ...rest] = wanted.split('#');
  return rest.length > 0 ? `${page}#${encodeURIComponent(rest.join('#'))}` : page;
};
