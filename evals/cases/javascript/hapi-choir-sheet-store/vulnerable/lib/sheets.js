'use strict';

const Fs = require('fs/promises');
const Path = require('path');
const Boom = require('@hapi/boom');

const ROOT = Path.resolve(process.env.SHEETS_ROOT || 'sheets');

const at = (choirId, ...rest) => Path.join(ROOT, String(choirId), ...rest);

exports.list = (choirId) => Fs.readdir(at(choirId));

exports.read = async (choirId, name) => {

    try {
        return await Fs.readFile(at(choirId, name));
    }
    catch (err) {
        if (err.code === 'ENOENT' || err.code === 'EISDIR') {
            throw Boom.notFound();
        }

        throw err;
    }
};
