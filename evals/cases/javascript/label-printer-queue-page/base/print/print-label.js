'use strict';

const { spawn } = require('child_process');

const MEDIA = { small: 'Custom.25x54mm', parcel: 'Custom.100x150mm' };

/**
 * Prints one label; resolves with the output of lp.
 * @param {Buffer} pdf
 * @param {{ printer: string, title: string, size?: keyof MEDIA }} job
 */
function printLabel(pdf, job) {
  const args = ['-d', job.printer, '-t', job.title, '-o', `media=${MEDIA[job.size] || MEDIA.small}`];

  return new Promise((resolve, reject) => {
    const child = spawn('lp', args, { stdio: ['pipe', 'pipe', 'inherit'] });
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
