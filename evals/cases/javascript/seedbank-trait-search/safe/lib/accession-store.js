'use strict';

class AccessionStore {
  constructor(knex) {
    this.knex = knex;
  }

  base(collectionId) {
    return this.knex('accessions as a')
      .select('a.id', 'a.number', 'a.taxon', 'a.collected_on', 'a.traits')
      .where('a.collection_id', collectionId);
  }

  latest(collectionId, limit = 20) {
    return this.base(collectionId).orderBy('a.collected_on', 'desc').limit(limit);
  }

  byTaxon(collectionId, taxon) {
    return this.base(collectionId).where('a.taxon', taxon).orderBy('a.number');
  }

  /** All accessions that carry at least one of the traits. */
  byTraits(collectionId, traits) {
    return this.base(collectionId)
      .whereRaw('a.traits && ?::text[]', [traits])
      .orderBy('a.number');
  }
}

module.exports = { AccessionStore };
