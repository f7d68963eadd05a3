import { parentPort } from 'node:worker_threads';
import { compile } from './formula';
import { loadRows, type YieldRow } from './rows';

interface Task {
  id: number;
  growerId: string;
  season: number;
  /** Name and formula, out of the saved report. */
  derived: Record<string, string>;
}

const base = (row: YieldRow): Record<string, unknown> => ({
  block: row.block,
  variety: row.variety,
  kilos: row.kilos,
});

parentPort?.on('message', async (task: Task) => {
  try {
    const rows = await loadRows(task.growerId, task.season);
    const extra = Object.entries(task.derived).map(([name, formula]) => [name, compile(formula)] as const);
    const table = rows.map((row) => ({
      ...base(row),
      ...Object.fromEntries(extra.map(([name, fn]) => [name, fn(row)])),
    }));
    parentPort?.postMessage({ id: task.id, table });
  } catch {
    parentPort?.postMessage({ id: task.id, error: 'The report could not be made' });
  }
});
