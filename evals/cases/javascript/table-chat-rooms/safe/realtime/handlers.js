const roomOf = (tableId) => `table:${tableId}`;

module.exports = (io, seats, log) => ({
  async subscribe(socket, { tables = [] }, ack) {
    const asked = tables.slice(0, 8).map(Number);
    const seated = await Promise.all(asked.map((id) => seats.isSeated(socket.data.player.id, id)));
    const ids = asked.filter((_, i) => seated[i]);
    socket.join(ids.map(roomOf));
    log.debug({ player: socket.data.player.id, ids }, 'subscribed');
    ack({ ok: true, tables: ids });
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
