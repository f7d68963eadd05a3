import jwt from 'jsonwebtoken'
import { WebSocketServer } from 'ws'
import { cranes } from '../cranes.js'
import { log } from '../log.js'

const PROTOCOL = 'crane.v1'

function tokenOf (req) {
  // browsers cannot set headers here: Sec-WebSocket-Protocol: crane.v1, TOKEN
  const [protocol, token] = (req.headers['sec-websocket-protocol'] ?? '').split(/\s*,\s*/)
  return protocol === PROTOCOL ? token : undefined
}

function operatorOf (req, publicKey) {
  try {
    const claims = jwt.verify(tokenOf(req), publicKey, { algorithms: ['RS256'], audience: 'crane-console' })
    return claims.scope === 'operate' ? { id: claims.sub, name: claims.name } : null
  } catch {
    return null
  }
}

export function attachConsole (server, { publicKey }) {
  const wss = new WebSocketServer({ noServer: true, handleProtocols: () => PROTOCOL })

  server.on('upgrade', (req, socket, head) => {
    const operator = operatorOf(req, publicKey)
    if (!operator) {
      socket.end('HTTP/1.1 401 Unauthorized\r\n\r\n')
      return
    }
    wss.handleUpgrade(req, socket, head, ws => wss.emit('connection', ws, operator))
  })

  wss.on('connection', (ws, operator) => {
    log.info({ operator: operator.id }, `${operator.name} opened the console`)
    ws.on('message', data => {
      let message
      try {
        message = JSON.parse(data)
      } catch {
        return ws.send('{"error":"not json"}')
      }
      cranes.command(message.crane, message.move)
        .then(state => ws.send(JSON.stringify({ state })))
        .catch(err => {
          log.error({ err }, 'command failed')
          ws.send('{"error":"command failed"}')
        })
    })
  })
}
