/**
 * Page to show after single sign-on. RelayState holds the one the
 * reader came from; people with a fresh invitation get the tour.
 */
module.exports = function landing(req) {
  const { invitedAt, toured } = req.user;
  if (invitedAt && !toured) {
    return '/welcome/tour';
  }
  return req.body.RelayState || '/';
};
