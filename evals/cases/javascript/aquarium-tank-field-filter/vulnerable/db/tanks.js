'use strict'

const knex = require('./knex')

const LIST = ['id', 'label', 'litres', 'hall', 'fields']

/**
 * Tanks of one aquarium. Custom fields are whatever the keepers have made up
 * (salinity, quarantine, supplier ...), stored as one JSON column.
 */
exports.list = function list (aquariumId, { hall, fields = {} } = {}) {
  const query = knex('tanks').select(LIST).where('aquarium_id', aquariumId)
  if (hall) query.andWhere({ hall })
  for (const [name, value] of Object.entries(fields)) {
    query.whereRaw(`fields->>'${name}' = '${value}'`)
  }
  return query.orderBy('label').limit(200)
}

exports.rename = function rename (aquariumId, id, label) {
  return knex('tanks').where({ id, aquarium_id: aquariumId }).update({ label })
}

exports.fieldNames = async function fieldNames (aquariumId) {
  const { rows } = await knex.raw(
    'select distinct jsonb_object_keys(fields) as name from tanks where aquarium_id = ?',
    [aquariumId]
  )
  return rows.map((row) => row.name)
}
