'use strict'

const scores = require('../store/scores')

const LIMIT = 4000

// event name -> handler(socket, payload, ack)
const handlers = {
  'score:annotate': async (socket, { scoreId, bar, text }, ack) => {
    if (!(await scores.hasPlayer(scoreId, socket.data.player.id))) {
      return ack({ error: 'forbidden' })
    }
    const note = await scores.addAnnotation(scoreId, {
      bar: Number(bar),
      text: String(text).slice(0, LIMIT),
      by: socket.data.player.id
    })
    socket.to(`score:${scoreId}`).emit('score:annotated', note)
    ack({ id: note.id })
  },

  'score:open': async (socket, { scoreId }, ack) => {
    const score = await scores.find(scoreId)
    if (!score) {
      return ack({ error: 'not found' })
    }
    await socket.join(`score:${score.id}`)
    ack({ title: score.title, annotations: await scores.annotations(score.id) })
  },

  'score:cursor': async (socket, { scoreId, bar }) => {
    const room = `score:${scoreId}`
    if (socket.rooms.has(room)) {
      socket.to(room).volatile.emit('score:cursor', { bar: Number(bar), by: socket.data.player.name })
    }
  }
}

module.exports = handlers
