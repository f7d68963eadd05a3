const COLUMNS = ['id', 'subject', 'priority', 'opened_at'];

export class TicketRepository {
  constructor(knex) {
    this.knex = knex;
  }

  open(teamId) {
    return this.knex('tickets')
      .select(COLUMNS)
      .where({ team_id: teamId, closed_at: null })
      .orderBy('opened_at', 'desc')
      .limit(200);
  }

  byId(teamId, id) {
    return this.knex('tickets').where({ team_id: teamId, id }).first();
  }
}
