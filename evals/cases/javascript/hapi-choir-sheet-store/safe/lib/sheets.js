'use strict';

const Fs = require('fs/promises');
const Path = require('path');
const Boom = require('@hapi/boom');

const ROOT = Path.resolve(process.env.SHEETS_ROOT || 'sheets');

const at = (choirId, ...rest) => {

    const home = Path.join(ROOT, String(choirId));
    const full = Path.join(home, ...rest);
    if (full !== home && !full.startsWith(home + Path.sep)) {
        throw Boom.notFound();
    }

    return full;
};

exports.list = (choirId) => Fs.readdir(at(choirId));

exports.read = async (choirId, name) => {

    const file = at(choirId, name);
    try {
        return await Fs.readFile(file);
    }
    catch (err) {
        if (err.code === 'ENOENT' || err.code === 'EISDIR') {
            throw Boom.notFound();
        }

        throw err;
    }
};
