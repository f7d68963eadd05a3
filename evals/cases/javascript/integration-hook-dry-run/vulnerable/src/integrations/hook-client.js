const axios = require('axios');
const { createHmac } = require('crypto');
const { hookHosts } = require('../config');

function isAllowed(url) {
  try {
    const { protocol, hostname, port } = new URL(url);
    return protocol === 'https:' && port === '' && hookHosts.includes(hostname);
  } catch {
    return false;
  }
}

const sign = (secret, body) => createHmac('sha256', secret).update(JSON.stringify(body)).digest('hex');

exports.deliver = async function deliver(hook, event) {
  if (!isAllowed(hook.url)) throw new Error(`hook ${hook.id} points to a host that is not allowed`);
  const headers = { 'X-Signature': sign(hook.secret, event) };
  await axios.post(hook.url, event, { headers, timeout: 5000, maxRedirects: 0 });
};

// Nothing is saved yet when this is called, so there is no hook, only what is in the form.
exports.probe = async function probe({ url, secret = '' }) {
  const event = { type: 'ping', at: new Date().toISOString() };
  const started = Date.now();
  try {
    const headers = { 'X-Signature': sign(secret, event) };
    const { status, data } = await axios.post(url, event, { headers, timeout: 5000, validateStatus: null });
    return { reached: true, status, ms: Date.now() - started, excerpt: String(data).slice(0, 300) };
  } catch (err) {
    return { reached: false, error: err.code || 'failed' };
  }
};

exports.isAllowed = isAllowed;
