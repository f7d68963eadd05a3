import type { Knex } from 'knex';

export interface AuditEvent {
  id: string;
  actor: string;
  action: string;
  at: Date;
}

export class EventQuery {
  private readonly clauses: string[] = ['true'];

  constructor(
    private readonly knex: Knex,
    private readonly organisationId: string,
  ) {}

  by(actor: string): this {
    const clause = `lower(actor) = lower('${actor}')`;
    this.clauses.push(clause);
    return this;
  }

  within(interval: string): this {
    this.clauses.push(`at > now() - interval '${interval}'`);
    return this;
  }

  page(limit: number, offset: number): Promise<AuditEvent[]> {
    return this.knex<AuditEvent>('audit_events')
      .select('id', 'actor', 'action', 'at')
      .where('organisation_id', this.organisationId)
      .whereRaw(this.clauses.join(' and '))
      .orderBy('at', 'desc')
      .limit(Math.min(limit, 200))
      .offset(offset);
  }
}
