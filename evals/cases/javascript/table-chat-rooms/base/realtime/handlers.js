const roomOf = (tableId) => `table:${tableId}`;

module.exports = (io, seats, log) => ({
  async subscribe(socket, { table }, ack) {
    if (!(await seats.isSeated(socket.data.player.id, table))) {
      return ack({ error: 'not seated' });
    }
    socket.join(roomOf(table));
    ack({ ok: true });
  },

  async say(socket, { table, text }, ack) {
    if (!(await seats.isSeated(socket.data.player.id, table))) {
      return ack({ error: 'not seated' });
    }
    // hands are announced in the same room as the chat
    io.to(roomOf(table)).emit('said', {
      table,
      by: socket.data.player.name,
      text: String(text).slice(0, 500),
    });
    ack({ ok: true });
  },

  leave(socket, { table }, ack) {
    socket.leave(roomOf(table));
    ack({ ok: true });
  },
});
