import { Hono } from 'hono';
import { setCookie } from 'hono/cookie';
import { afterSignIn } from '../lib/after-sign-in';
import { consumeLink, openSession } from '../services/sessions';

export const signIn = new Hono();

signIn.get('/sign-in/:token', async (c) => {
  const learner = await consumeLink(c.req.param('token'));
  if (!learner) {
    return c.html('<p>This link has been used or is too old.</p>', 410);
  }

  const session = await openSession(learner.id);
  setCookie(c, '__Host-sid', session.id, {
    httpOnly: true,
    secure: true,
    sameSite: 'Lax',
    path: '/',
    expires: session.expires,
  });

  return c.redirect(afterSignIn(c.req.query('to')));
});
