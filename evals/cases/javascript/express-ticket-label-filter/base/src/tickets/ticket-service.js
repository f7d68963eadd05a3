const toPage = (rows) => ({ total: rows.length, items: rows });

export class TicketService {
  constructor(repository) {
    this.repository = repository;
  }

  async openFor(teamId) {
    return toPage(await this.repository.open(teamId));
  }

  find(teamId, id) {
    return this.repository.byId(teamId, id);
  }
}
