import type { Knex } from 'knex';

export interface AuditEvent {
  id: string;
  actor: string;
  action: string;
  at: Date;
}

export class EventQuery {
  constructor(
    private readonly knex: Knex,
    private readonly organisationId: string,
  ) {}

  page(limit: number, offset: number): Promise<AuditEvent[]> {
    return this.knex<AuditEvent>('audit_events')
      .select('id', 'actor', 'action', 'at')
      .where('organisation_id', this.organisationId)
      .orderBy('at', 'desc')
      .limit(Math.min(limit, 200))
      .offset(offset);
  }
}
