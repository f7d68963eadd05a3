'use strict';

const { spawn } = require('child_process');
const os = require('os');

const MEDIA = { small: 'Custom.25x54mm', parcel: 'Custom.100x150mm' };

const windows = os.platform() === 'win32';

/**
 * Prints one label; resolves with the output of lp.
 * @param {Buffer} pdf
 * @param {{ printer: string, title: string, size?: keyof MEDIA }} job
 */
function printLabel(pdf, job) {
  const args = ['-d', job.printer, '-t', job.title, '-o', `media=${MEDIA[job.size] || MEDIA.small}`];

  return new Promise((resolve, reject) => {
    const child = spawn(windows ? 'lp.cmd' : 'lp', args, {
      stdio: ['pipe', 'pipe', 'inherit'],
      shell: true,
      windowsHide: true,
    });
    let out = '';
    child.stdout.on('data', (chunk) => (out += chunk));
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve(out.trim());
      else reject(new Error(`lp ended with ${code}`));
    });
    child.stdin.end(pdf);
  });
}

module.exports = { printLabel, MEDIA };
