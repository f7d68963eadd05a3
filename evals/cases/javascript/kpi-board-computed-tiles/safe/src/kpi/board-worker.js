import { Worker } from 'bullmq';
import { connection } from '../redis.js';
import { loadBoard, saveSnapshot } from './store.js';
import { metricsOf } from './metrics.js';
import { compileFormula } from './formula.js';

const METRICS = ['revenue', 'orders', 'returns', 'visitors', 'adspend'];

function tileValue(tile, metrics) {
  if (tile.formula) {
    return compileFormula(tile.formula, METRICS)(metrics);
  }
  return metrics[tile.metric] ?? null;
}

export const boardWorker = new Worker('kpi-boards', async (job) => {
  const board = await loadBoard(job.data.boardId);
  const metrics = await metricsOf(board.tenantId, board.period);
  const values = {};
  for (const tile of board.tiles) {
    try {
      values[tile.id] = tileValue(tile, metrics);
    } catch {
      values[tile.id] = null;
    }
  }
  await saveSnapshot(board.id, values);
}, { connection, concurrency: 4 });
