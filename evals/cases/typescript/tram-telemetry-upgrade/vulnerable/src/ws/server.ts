import { createServer } from 'node:http'
import { WebSocketServer, type WebSocket } from 'ws'
import { identify, type Depot } from './identify'
import { feed } from '../feed'

const http = createServer((_req, res) => res.writeHead(426).end())
const sockets = new WebSocketServer({ noServer: true, maxPayload: 16 * 1024 })

http.on('upgrade', async (request, socket, head) => {
  const depot = await identify(request)
  if (!depot) {
    socket.end('HTTP/1.1 401 Unauthorized\r\n\r\n')
    return
  }
  sockets.handleUpgrade(request, socket, head, (ws) => serve(ws, depot))
})

function serve(ws: WebSocket, depot: Depot): void {
  const stop = feed.subscribe(depot.lines, (reading) => ws.send(JSON.stringify(reading)))
  ws.once('close', stop)
}

export { http }
