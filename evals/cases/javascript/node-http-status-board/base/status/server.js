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

function page({ incidents }) {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Service status</title><link rel="stylesheet" href="/status.css"></head>
<body>
  <h1>Service status</h1>
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
    const incidents = await loadIncidents();
    res.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    res.end(page({ incidents }));
  } catch (err) {
    console.error('status page failed', err);
    res.writeHead(500, { 'content-type': 'text/plain' });
    res.end('temporarily unavailable');
  }
});

server.listen(PORT, '127.0.0.1');
