const db = require('../db');
const { shortCode } = require('../lib/short-code');

async function create(ownerId, title) {
  const [id] = await db('registries').insert({ owner_id: ownerId, title });
  return id;
}

async function itemsOf(registryId) {
  return db('registry_items').where({ registry_id: registryId }).orderBy('position');
}

/** Whoever has the code may see the registry and the delivery address. */
async function share(ownerId, registryId) {
  const code = shortCode();
  const changed = await db('registries')
    .where({ id: registryId, owner_id: ownerId })
    .update({ share_code: code, shared_at: db.fn.now() });
  return changed ? code : null;
}

async function openByCode(code) {
  const registry = await db('registries').where({ share_code: String(code) }).first();
  if (!registry) return null;
  return { ...registry, items: await itemsOf(registry.id) };
}

module.exports = { create, itemsOf, share, openByCode };
