const db = require('../db');

async function create(ownerId, title) {
  const [id] = await db('registries').insert({ owner_id: ownerId, title });
  return id;
}

async function itemsOf(registryId) {
  return db('registry_items').where({ registry_id: registryId }).orderBy('position');
}

module.exports = { create, itemsOf };
