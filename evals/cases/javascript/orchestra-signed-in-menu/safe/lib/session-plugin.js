'use strict';

const Crypto = require('node:crypto');
const Boom = require('@hapi/boom');

const COOKIE = 'orch_sid';
// only says that there is a session: the cached pages look for it, see menu.js
const MARKER = 'orch_member';

const internals = {
  cookie: {
    ttl: 1000 * 60 * 60 * 12,
    path: '/',
    isSecure: true,
    isHttpOnly: true,
    isSameSite: 'Lax',
    encoding: 'none',
  },
};

internals.scheme = (server, { store }) => ({
  async authenticate(request, h) {
    const id = request.state[COOKIE];
    const member = id ? await store.find(id) : null;
    if (!member) {
      throw Boom.unauthorized(null, 'session');
    }
    return h.authenticated({ credentials: { id: member.id, section: member.section } });
  },
});

exports.plugin = {
  name: 'orchestra-session',
  register(server, options) {
    const { store } = options;
    server.state(COOKIE, internals.cookie);
    server.state(MARKER, { ...internals.cookie, isHttpOnly: false });
    server.auth.scheme('session', internals.scheme);
    server.auth.strategy('session', 'session', { store });

    server.decorate('toolkit', 'signIn', async function (member, location) {
      const id = Crypto.randomBytes(32).toString('base64url');
      await store.create(id, member);
      return this.redirect(location).state(COOKIE, id).state(MARKER, '1');
    });

    server.decorate('toolkit', 'signOut', async function (request) {
      await store.drop(request.state[COOKIE]);
      return this.redirect('/').unstate(COOKIE).unstate(MARKER);
    });
  },
};
