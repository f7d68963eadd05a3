import { app, BrowserWindow } from 'electron'
import { fileURLToPath } from 'node:url'
import { openLibrary } from './library.js'
import { declareSchemes, handleCovers } from './protocols.js'

const preload = fileURLToPath(new URL('./preload.cjs', import.meta.url))

async function createWindow () {
  const win = new BrowserWindow({
    width: 1180,
    height: 760,
    webPreferences: { preload, contextIsolation: true, sandbox: true, nodeIntegration: false }
  })
  win.webContents.setWindowOpenHandler(() => ({ action: 'deny' }))
  await win.loadFile('renderer/index.html')
}

declareSchemes()

app.whenReady().then(async () => {
  handleCovers(app.getPath('music'))
  await openLibrary(app.getPath('music'))
  await createWindow()
})

app.on('window-all-closed', () => {
  if (process.platform !== 'darwin') app.quit()
})
