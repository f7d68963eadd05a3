'use strict';

const Fs = require('fs/promises');
const Path = require('path');
const Boom = require('@hapi/boom');

const ROOT = Path.resolve(process.env.SHEETS_ROOT || 'sheets');

class SheetStore {

    constructor(choirId) {

        this.home = Path.join(ROOT, String(choirId));
    }

    locate(name) {

        const full = Path.resolve(this.home, name);
        if (Path.relative(this.home, full).startsWith('..')) {
            throw Boom.notFound();
        }

        return full;
    }

    read(name) {

        return Fs.readFile(this.locate(name));
    }

    list() {

        return Fs.readdir(this.home);
    }
}

module.exports = { SheetStore };
