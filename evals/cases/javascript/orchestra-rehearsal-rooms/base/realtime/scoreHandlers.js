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
  }
}

module.exports = handlers
