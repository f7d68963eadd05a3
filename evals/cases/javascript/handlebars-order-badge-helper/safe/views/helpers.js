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
 * If the carrier sent a note with the last tracking event, it stands behind the badge.
 */
hbs.registerHelper('orderBadge', (order) => {
  const css = BADGES[order.state] || 'badge badge-light';
  const label = BADGES[order.state] ? order.state : 'unknown';
  const badge = `<span class="${css}">${label}</span>`;
  const last = (order.trackingEvents || []).slice(-1)[0];
  if (!last || !last.note) {
    return new hbs.SafeString(badge);
  }
  const note = hbs.escapeExpression(last.note.length > 80 ? last.note.slice(0, 79) + '…' : last.note);
  return new hbs.SafeString(badge + '<small class="note">' + note + '</small>');
});

hbs.registerHelper('plural', (n, one, many) => (Number(n) === 1 ? one : many));

module.exports = hbs;
