import { csrfSync } from 'csrf-sync';

// Forms carry the token in a hidden field, see views/partials/csrf.ejs.
export const { csrfSynchronisedProtection, generateToken } = csrfSync({
  getTokenFromRequest: (req) => req.body?.csrf,
});
