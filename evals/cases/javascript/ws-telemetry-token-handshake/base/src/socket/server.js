import { WebSocketServer } from 'ws'
import { subscribe } from '../telemetry/bus.js'
import { readToken } from './token.js'

export function attach (server) {
  const wss = new WebSocketServer({ noServer: true, maxPayload: 4096 })

  server.on('upgrade', (request, socket, head) => {
    let claims
    try {
      const [, token] = (request.headers['sec-websocket-protocol'] ?? '').split(', ')
      claims = readToken(token)
    } catch {
      socket.end('HTTP/1.1 401 Unauthorized\r\n\r\n')
      return
    }
    wss.handleUpgrade(request, socket, head, (ws) => wss.emit('connection', ws, claims))
  })

  wss.on('connection', (ws, claims) => {
    const stop = subscribe(claims.fleet, (point) => ws.send(JSON.stringify(point)))
    ws.on('close', stop)
    ws.on('error', stop)
  })

  return wss
}
