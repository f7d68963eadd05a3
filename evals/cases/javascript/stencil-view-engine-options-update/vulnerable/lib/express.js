'use strict';

const fs = require('fs');
const { compile } = require('./compile');

const cache = new Map();

// Options that an application may set per view, next to its own data:
//   res.render('report', { localsName: 'it', rows })
function viewOptions(locals) {
  return { localsName: locals.localsName, helpersName: locals.helpersName };
}

function load(file, locals) {
  const options = viewOptions(locals);
  const key = `${file}\0${JSON.stringify(options)}`;
  if (locals.cache && cache.has(key)) return cache.get(key);
  const render = compile(fs.readFileSync(file, 'utf8'), options);
  if (locals.cache) cache.set(key, render);
  return render;
}

/** app.engine('stencil', renderFile) */
function renderFile(file, locals, callback) {
  let html;
  try {
    html = load(file, locals)(locals);
  } catch (err) {
    return callback(err);
  }
  return callback(null, html);
}

module.exports = { renderFile };
