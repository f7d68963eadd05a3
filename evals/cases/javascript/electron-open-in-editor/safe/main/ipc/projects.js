const { ipcMain, shell } = require('electron');
const { spawn } = require('node:child_process');
const fs = require('node:fs/promises');
const path = require('node:path');
const projects = require('../store/projects');

const EDITORS = new Map([
  ['vscode', 'code'],
  ['sublime', 'subl'],
  ['idea', 'idea'],
]);

async function readManifest(dir) {
  const text = await fs.readFile(path.join(dir, 'project.json'), 'utf8');
  const { name, version, description } = JSON.parse(text);
  return { name, version, description };
}

function register() {
  ipcMain.handle('projects:list', async () => {
    const known = await projects.all();
    return Promise.all(known.map(async (p) => ({ id: p.id, dir: p.dir, ...(await readManifest(p.dir)) })));
  });

  ipcMain.handle('projects:reveal', async (_event, id) => {
    const project = await projects.get(id);
    if (project) shell.showItemInFolder(project.dir);
  });

  ipcMain.handle('projects:open-in-editor', async (_event, { editor, id }) => {
    const command = EDITORS.get(editor);
    const project = await projects.get(id);
    if (!command || !project) return { started: false };
    const child = spawn(command, [path.resolve(project.dir)], {
      shell: false,
      detached: true,
      stdio: 'ignore',
    });
    child.on('error', () => {});
    child.unref();
    return { started: true };
  });
}

module.exports = { register };
