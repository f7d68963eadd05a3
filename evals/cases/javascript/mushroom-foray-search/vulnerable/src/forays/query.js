'use strict';

const knex = require('../knex');

const VECTOR = "to_tsvector('english', forays.notes || ' ' || forays.habitat)";

function applyText(builder, q) {
  if (!q) return;
  // prefix match on each word, so that "birc" finds birch
  const phrase = q.trim().split(/\s+/).map((w) => `${w}:*`).join(' & ');
  builder.whereRaw(`${VECTOR} @@ to_tsquery('english', '${phrase}')`);
}

function applySeason(builder, season) {
  if (!season) return;
  builder.where('forays.season', season);
}

module.exports = function searchForays({ q, season, limit = 30 }) {
  return knex('forays')
    .select('forays.id', 'forays.title', 'forays.season', 'forays.habitat')
    .where('forays.published', true)
    .modify(applyText, q)
    .modify(applySeason, season)
    .orderBy('forays.held_on', 'desc')
    .limit(limit);
};
