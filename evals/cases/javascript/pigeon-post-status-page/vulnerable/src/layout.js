const map = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function esc (value) {
  return String(value).replace(/[&<>"']/g, (ch) => map[ch])
}

// title is text, body is markup
function layout (title, body) {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>${esc(title)} | Pigeon Post</title>
    <link rel="stylesheet" href="/style.css">
  </head>
  <body>
    <h1>${esc(title)}</h1>
    ${body}
  </body>
</html>`
}

module.exports = { layout, esc }
