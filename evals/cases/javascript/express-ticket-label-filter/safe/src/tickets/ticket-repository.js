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

  // A ticket must carry every label, which the query builder cannot say without a subquery per label.
  openLabelled(teamId, labels) {
    const list = labels.map(() => '?').join(', ');
    return this.knex.raw(
      `SELECT t.id, t.subject, t.priority, t.opened_at
         FROM tickets t
         JOIN ticket_labels l ON l.ticket_id = t.id
        WHERE t.team_id = ? AND t.closed_at IS NULL
          AND l.name IN (${list})
        GROUP BY t.id
       HAVING COUNT(DISTINCT l.name) = ?
        LIMIT 200`,
      [teamId, ...labels, labels.length],
    );
  }
}
