const path = require('node:path')
const { BrowserWindow, shell } = require('electron')
const log = require('./log')

const SCHEMES = ['https:', 'http:', 'mailto:']

function schemeOf(url) {
  return URL.canParse(url) ? new URL(url).protocol : null
}

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
    if (SCHEMES.includes(schemeOf(url))) {
      shell.openExternal(url).catch((err) => log.warn('cannot open link', err.message))
    }
    return { action: 'deny' }
  })

  win.webContents.on('will-navigate', (event, url) => {
    if (url !== win.webContents.getURL()) {
      event.preventDefault()
    }
  })

  win.once('ready-to-show', () => win.show())
  win.loadFile(path.join(__dirname, '../renderer/reader.html'))
  return win
}

module.exports = { createReaderWindow }
