import Handlebars from 'handlebars';
import { format } from 'date-fns';

const { escapeExpression } = Handlebars;

/**
 * {{exhibitor this}}: exhibitors enter their names and slogans themselves.
 */
function exhibitor({ name, slogan, stand }) {
  const href = `/stands/${encodeURIComponent(stand)}`;
  const label = slogan
    ? `${escapeExpression(name)}, <i>${escapeExpression(slogan)}</i>`
    : escapeExpression(name);
  return new Handlebars.SafeString(`<a class="exhibitor" href="${href}">${label}</a>`);
}

function day(value, pattern = 'd MMMM') {
  return format(new Date(value), typeof pattern === 'string' ? pattern : 'd MMMM');
}

function badge(text, options) {
  const kind = options.hash.kind === 'warn' ? 'warn' : 'info';
  return new Handlebars.SafeString(`<em class="badge ${kind}">${escapeExpression(text)}</em>`);
}

export function register() {
  Handlebars.registerHelper({ exhibitor, day, badge });
}
