'use strict';

const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;
const TAG = /<\?(=|-|)([\s\S]+?)\?>/g;

const ESCAPES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escapeHtml(value) {
  return value == null ? '' : String(value).replace(/[&<>"']/g, (c) => ESCAPES[c]);
}

function assertIdentifier(option, value) {
  if (typeof value !== 'string' || !IDENTIFIER.test(value)) {
    throw new TypeError(`${option} must be a JavaScript identifier`);
  }
}

/**
 * Turns the text of a view into a function of the locals.
 *
 *   <?= value ?>   escaped output
 *   <?- value ?>   raw output
 *   <? code ?>     JavaScript
 */
function compile(text, options = {}) {
  const localsName = options.localsName || 'locals';
  assertIdentifier('localsName', localsName);

  let source = "let out = '';\n";
  let last = 0;
  for (const match of text.matchAll(TAG)) {
    source += `out += ${JSON.stringify(text.slice(last, match.index))};\n`;
    const [, kind, code] = match;
    if (kind === '=') source += `out += helpers.escape(${code.trim()});\n`;
    else if (kind === '-') source += `out += (${code.trim()});\n`;
    else source += `${code.trim()}\n`;
    last = match.index + match[0].length;
  }
  source += `out += ${JSON.stringify(text.slice(last))};\nreturn out;`;

  const render = new Function(localsName, 'helpers', source);
  return (locals) => render(locals, { escape: escapeHtml });
}

module.exports = { compile, escapeHtml };
