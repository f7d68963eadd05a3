const { ipcMain } = require('electron')
const { listPrinters } = require('./printers')
const { printLabel } = require('./printing')

function registerIpc () {
  ipcMain.handle('printers:list', () => listPrinters())
  // the renderer shows the web shop's label page
  ipcMain.handle('label:print', (_event, { printer, copies, zpl }) => printLabel({ printer, copies, zpl }))
}

module.exports = { registerIpc }
