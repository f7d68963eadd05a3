const http = require('node:http');
const { loadIncidents } = require('./incidents');

const PORT = Number(process.env.PORT || 8090);

const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const esc = (value) => String(value).replace(/[&<>"']/g, (ch) => ENTITIES[ch]);

function row(incident) {
  return `<tr>
    <td>${esc(incident.startedAt)}</td>
    <td>${esc(incident.service)}</td>
    <td>${esc(incident.summary)}</td>
  </tr>`;
}

function heading(phrase, count) {
  if (!phrase) return '';
  const noun = count === 1 ? 'incident' : 'incidents';
  return `<p class="hits">${count} ${noun} matching <q>${phrase}</q> &middot; <a href="/">show all</a></p>`;
}

function page({ incidents, phrase }) {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Service status</title><link rel="stylesheet" href="/status.css"></head>
<body>
  <h1>Service status</h1>
  <form><input type="search" name="q" maxlength="80"></form>
  ${heading(phrase, incidents.length)}
  <table>
    <thead><tr><th>Started</th><th>Service</th><th>Summary</th></tr></thead>
    <tbody>${incidents.map(row).join('\n')}</tbody>
  </table>
</body>
</html>`;
}

const server = http.createServer(async (req, res) => {
  const url = new URL(req.url, 'http://localhost');
  if (req.method !== 'GET' || url.pathname !== '/') {
    res.writeHead(404, { 'content-type': 'text/plain' });
    return res.end('not found');
  }
  try {
    const phrase = (url.searchParams.get('q') || '').trim();
    const all = await loadIncidents();
    const needle = phrase.toLowerCase();
    const incidents = all.filter((i) => `${i.service} ${i.summary}`.toLowerCase().includes(needle));
    res.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    res.end(page({ incidents, phrase }));
  } catch (err) {
    console.error('status page failed', err);
    res.writeHead(500, { 'content-type': 'text/plain' });
    res.end('temporarily unavailable');
  }
});

server.listen(PORT, '127.0.0.1');
