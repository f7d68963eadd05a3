const path = require('node:path')
const { BrowserWindow } = require('electron')
const { openLink } = require('./links')

function createReaderWindow() {
  const win = new BrowserWindow({
    width: 1100,
    height: 800,
    show: false,
    webPreferences: {
      preload: path.join(__dirname, '../preload/reader.js'),
      contextIsolation: true,
      nodeIntegration: false,
      sandbox: true,
    },
  })

  // articles are shown inside the window, their links never are
  win.webContents.setWindowOpenHandler(({ url }) => {
    openLink(url)
    return { action: 'deny' }
  })

  win.webContents.on('will-navigate', (event, url) => {
    if (url !== win.webContents.getURL()) {
      event.preventDefault()
      openLink(url)
    }
  })

  win.once('ready-to-show', () => win.show())
  win.loadFile(path.join(__dirname, '../renderer/reader.html'))
  return win
}

module.exports = { createReaderWindow }
