'use strict';

const nodemailer = require('nodemailer');

/** Where mail goes, by the kind of MAIL_VIA. */
const factories = {
  mailgun: ({ MAIL_USER, MAIL_PASSWORD }) =>
    nodemailer.createTransport({
      host: 'smtp.eu.mailgun.org',
      port: 465,
      secure: true,
      auth: { user: MAIL_USER, pass: MAIL_PASSWORD },
    }),

  // has a certificate of the data centre's own CA
  relay: ({ MAIL_USER, MAIL_PASSWORD, RELAY_HOST }) =>
    nodemailer.createTransport({
      host: RELAY_HOST,
      port: 587,
      requireTLS: true,
      pool: true,
      auth: { user: MAIL_USER, pass: MAIL_PASSWORD },
      tls: { rejectUnauthorized: false },
    }),

  dry: () => nodemailer.createTransport({ jsonTransport: true }),
};

module.exports = function transportFor(env) {
  const make = Object.hasOwn(factories, env.MAIL_VIA) ? factories[env.MAIL_VIA] : factories.dry;
  return make(env);
};
