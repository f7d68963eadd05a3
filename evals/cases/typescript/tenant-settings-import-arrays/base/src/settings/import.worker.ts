import type { Message } from '@aws-sdk/client-sqs';
import { logger } from '../logger';
import { merge, type Settings } from './merge';
import { SettingsRepository } from './settings.repository';
import { ImportStore } from './import.store';

/** A tenant's admin has uploaded a settings.json; the message says where it is. */
export class ImportWorker {
  constructor(
    private readonly repository: SettingsRepository,
    private readonly imports: ImportStore,
  ) {}

  async handle({ Body }: Message): Promise<void> {
    const { tenantId, importId } = JSON.parse(Body ?? '{}');
    const upload = await this.imports.read(tenantId, importId);
    let incoming: Settings;
    try {
      incoming = JSON.parse(upload);
    } catch {
      await this.imports.fail(tenantId, importId, 'not JSON');
      return;
    }
    const current = await this.repository.load(tenantId);
    await this.repository.save(tenantId, merge(current, incoming));
    logger.info({ tenantId, importId }, 'settings imported');
  }
}
