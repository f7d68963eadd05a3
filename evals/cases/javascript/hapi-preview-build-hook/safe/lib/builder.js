'use strict';

const { EventEmitter, once } = require('node:events');
const { execFile } = require('node:child_process');

class Builder extends EventEmitter {

    constructor(workdir) {

        super();
        this.options = { cwd: workdir, timeout: 15 * 60_000, maxBuffer: 16 << 20 };
    }

    main() {

        const child = execFile('./scripts/publish.sh', ['--production'], this.options);
        return this.watch(child, 'main');
    }

    preview({ iid, branch }) {

        const env = { ...process.env, PREVIEW_BRANCH: branch, PREVIEW_NAME: `preview-${iid}` };
        const child = execFile('./scripts/preview.sh', [], { ...this.options, env });
        return this.watch(child, `preview-${iid}`);
    }

    async watch(child, name) {

        const [code] = await once(child, 'exit');
        this.emit('done', { name, ok: code === 0 });
    }
}

module.exports = Builder;
