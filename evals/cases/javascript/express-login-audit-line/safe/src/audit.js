const fs = require('fs');
const path = require('path');

const file = path.join(process.env.LOG_DIR || '/var/log/portal', 'audit.log');
const stream = fs.createWriteStream(file, { flags: 'a', mode: 0o640 });

function started() {
  stream.write('portal started\n');
}

function loginFailed(username, address) {
  const entry = { at: new Date().toISOString(), event: 'LOGIN_FAILED', user: username, ip: address };
  stream.write(`${JSON.stringify(entry)}\n`);
}

module.exports = { started, loginFailed };
