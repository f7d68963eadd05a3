import { parentPort } from 'node:worker_threads';
import { loadRows, type YieldRow } from './rows';

interface Task {
  id: number;
  growerId: string;
  season: number;
}

const base = (row: YieldRow): Record<string, unknown> => ({
  block: row.block,
  variety: row.variety,
  kilos: row.kilos,
});

parentPort?.on('message', async (task: Task) => {
  try {
    const rows = await loadRows(task.growerId, task.season);
    const table = rows.map(base);
    parentPort?.postMessage({ id: task.id, table });
  } catch {
    parentPort?.postMessage({ id: task.id, error: 'The report could not be made' });
  }
});
