'use strict';

const { keyFigures } = require('../lib/key-figures');

module.exports = async function figures(app) {
  app.addHook('preHandler', app.growerOnly);

  app.get('/harvests/:season/figures', async (request) => {
    const { farmId } = request.grower;
    const rows = await app.db.harvests(farmId, request.params.season);
    return keyFigures(rows);
  });
};
