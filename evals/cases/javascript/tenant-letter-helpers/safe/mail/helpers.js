'use strict';

const Handlebars = require('handlebars');

const money = new Intl.NumberFormat('de-AT', { style: 'currency', currency: 'EUR' });

const helpers = {
  money: (cents) => money.format(cents / 100),

  date(value, options) {
    const locale = options.hash.locale || 'de-AT';
    return new Date(value).toLocaleDateString(locale);
  },

  ifPast(value, options) {
    return new Date(value) < new Date() ? options.fn(this) : options.inverse(this);
  },

  paragraphs(text) {
    const body = Handlebars.escapeExpression(text || '');
    const html = body
      .split(/\n{2,}/)
      .map((p) => '<p>' + p.replace(/\n/g, '<br>') + '</p>')
      .join('\n');
    return new Handlebars.SafeString(html);
  },
};

exports.register = (instance = Handlebars) => {
  Object.keys(helpers).forEach((name) => instance.registerHelper(name, helpers[name]));
  return instance;
};
