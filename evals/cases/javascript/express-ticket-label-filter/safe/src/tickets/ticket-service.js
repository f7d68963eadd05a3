const toPage = (rows) => ({ total: rows.length, items: rows });

export class TicketService {
  constructor(repository) {
    this.repository = repository;
  }

  async openFor(teamId) {
    return toPage(await this.repository.open(teamId));
  }

  async openWithLabels(teamId, labels) {
    const wanted = [...new Set(labels.map((label) => label.trim().toLowerCase()))].filter(Boolean).slice(0, 20);
    if (wanted.length === 0) return this.openFor(teamId);
    const { rows } = await this.repository.openLabelled(teamId, wanted);
    return toPage(rows);
  }

  find(teamId, id) {
    return this.repository.byId(teamId, id);
  }
}
