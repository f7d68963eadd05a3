import { harvestTable } from './harvest-table.js';

export async function tableRoutes(app, { harvest }) {
  app.addHook('onRequest', app.growerOnly);

  app.get('/harvest/:year/table', async (request) => {
    const records = await harvest.ofYear(request.grower.id, Number(request.params.year));
    return harvestTable(records);
  });
}
