import { rolls } from '../db/rolls.js';
import { seats } from '../db/seats.js';

/**
 * log:follow    start to get rolls of a table, answers with the last ones
 * log:unfollow  stop it
 */
export function diceLog(socket) {
  socket.on('log:follow', async (tableId, answer) => {
    if (typeof tableId !== 'string' || typeof answer !== 'function') return;
    try {
      if (!(await seats.has(tableId, socket.data.playerId))) {
        return answer({ error: 'no seat at this table' });
      }
      socket.join(`table:${tableId}`);
      answer({ rolls: await rolls.latest(tableId, 30) });
    } catch {
      answer({ error: 'try again later' });
    }
  });

  socket.on('log:unfollow', (tableId) => {
    socket.leave(`table:${tableId}`);
  });
}
