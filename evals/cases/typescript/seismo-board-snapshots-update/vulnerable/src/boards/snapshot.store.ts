import { Service } from 'typedi';
import { knex } from '../db';
import type { SnapshotRow } from '../db/types';
import { renderPanels } from './render-panels';

@Service()
export class SnapshotStore {
  async byId(id: string): Promise<SnapshotRow | undefined> {
    return knex<SnapshotRow>('snapshots').where({ id }).first();
  }

  async capture(boardId: string, name: string, userId: string): Promise<SnapshotRow> {
    const panels = await renderPanels(boardId);
    const [row] = await knex<SnapshotRow>('snapshots')
      .insert({ boardId, name, createdBy: userId, panels: JSON.stringify(panels) })
      .returning('*');
    return row;
  }

  async remove(snapshot: SnapshotRow): Promise<boolean> {
    const count = await knex<SnapshotRow>('snapshots').where({ id: snapshot.id }).delete();
    return count === 1;
  }
}
