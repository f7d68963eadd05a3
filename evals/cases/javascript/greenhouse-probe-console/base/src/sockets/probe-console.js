'use strict';

const { spawn } = require('child_process');
const net = require('net');

const MAX_LINES = 40;

function attachConsole(io) {
  const nsp = io.of('/probe-console');

  nsp.use((socket, next) => {
    const { user } = socket.request.session ?? {};
    if (user?.role !== 'technician') return next(new Error('technicians only'));
    return next();
  });

  nsp.on('connection', (socket) => {
    let child = null;

    socket.on('reach', ({ address } = {}) => {
      if (child) return;
      if (!net.isIP(address)) {
        socket.emit('problem', 'not an address');
        return;
      }
      const host = address;
      let lines = 0;
      // shell: the ping of the gateway image is a busybox alias
      child = spawn('ping', ['-c', '4', host], { shell: true, timeout: 15000 });
      child.stdout.setEncoding('utf8');
      child.stdout.on('data', (text) => {
        lines += 1;
        if (lines <= MAX_LINES) socket.emit('output', text);
      });
      child.on('error', () => socket.emit('problem', 'ping failed'));
      child.on('close', (code) => {
        child = null;
        socket.emit('done', { code });
      });
    });

    socket.on('disconnect', () => child?.kill());
  });
}

module.exports = { attachConsole };
