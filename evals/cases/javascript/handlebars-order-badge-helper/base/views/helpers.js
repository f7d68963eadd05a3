'use strict';

const hbs = require('hbs');
const moment = require('moment');

const BADGES = {
  open: 'badge badge-secondary',
  packed: 'badge badge-info',
  shipped: 'badge badge-success',
  returned: 'badge badge-warning',
};

hbs.registerHelper('date', (value, fmt) => {
  if (!value) return '';
  return moment(value).format(typeof fmt === 'string' ? fmt : 'DD.MM.YYYY');
});

hbs.registerHelper('money', (cents, currency) => {
  return (Number(cents) / 100).toFixed(2) + ' ' + currency;
});

hbs.registerHelper('eq', (a, b) => a === b);

/**
 * {{orderBadge order}} - coloured state of an order.
 */
hbs.registerHelper('orderBadge', (order) => {
  const css = BADGES[order.state] || 'badge badge-light';
  const label = BADGES[order.state] ? order.state : 'unknown';
  return new hbs.SafeString(`<span class="${css}">${label}</span>`);
});

hbs.registerHelper('plural', (n, one, many) => (Number(n) === 1 ? one : many));

module.exports = hbs;
