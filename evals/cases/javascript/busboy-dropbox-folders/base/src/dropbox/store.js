const fs = require('node:fs');
const path = require('node:path');
const { pipeline } = require('node:stream/promises');

class DropStore {
  constructor(root) {
    this.root = path.resolve(root);
  }

  async save(boxId, relativePath, stream) {
    const destination = path.join(this.root, boxId, relativePath);
    await fs.promises.mkdir(path.dirname(destination), { recursive: true });
    await pipeline(stream, fs.createWriteStream(destination, { flags: 'wx' }));
    return destination;
  }
}

module.exports = { DropStore };
