const MAP = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

exports.escape = (text) => String(text ?? '').replace(/[&<>"']/g, (ch) => MAP[ch]);

exports.layout = (title, main) => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${title}</title><link rel="stylesheet" href="/mail.css"></head>
<body>${main}</body>
</html>`;
