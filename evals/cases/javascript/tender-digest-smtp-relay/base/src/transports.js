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

  dry: () => nodemailer.createTransport({ jsonTransport: true }),
};

module.exports = function transportFor(env) {
  const make = Object.hasOwn(factories, env.MAIL_VIA) ? factories[env.MAIL_VIA] : factories.dry;
  return make(env);
};
