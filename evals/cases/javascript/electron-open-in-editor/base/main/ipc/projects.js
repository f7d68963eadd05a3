const { ipcMain, shell } = require('electron');
const fs = require('node:fs/promises');
const path = require('node:path');
const projects = require('../store/projects');

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
}

module.exports = { register };
