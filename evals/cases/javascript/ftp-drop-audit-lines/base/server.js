'use strict'

const { readFileSync } = require('fs')
const { FtpSrv, ftpErrors } = require('ftp-srv')
const AuditLog = require('./lib/audit')
const accounts = require('./lib/accounts')
const config = require('./lib/config')

const audit = new AuditLog(config.auditFile)
const server = new FtpSrv({
  url: `ftps://0.0.0.0:${config.port}`,
  tls: { key: readFileSync(config.keyFile), cert: readFileSync(config.certFile) },
  anonymous: false
})

server.on('login', ({ connection, username, password }, resolve, reject) => {
  const from = connection.ip
  accounts.check(username, password, from).then(account => {
    if (!account) {
      audit.write('login-failed', { from, login: username })
      return reject(new ftpErrors.GeneralError('Not logged in', 530))
    }
    audit.write('login', { from, login: username })
    connection.on('STOR', (err, name) => {
      if (!err) audit.write('stored', { from, login: username, name })
    })
    resolve({ root: account.root })
  }, reject)
})

server.listen().then(() => console.log('listening on %d', config.port))
