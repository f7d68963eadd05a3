const db = require('../db')

const COLUMNS = ['id', 'page_id as pageId', 'author_name as authorName', 'saved_at as savedAt', 'source']

async function findById (id) {
  return db('revisions').select(COLUMNS).where({ id }).first()
}

async function before ({ pageId, savedAt }) {
  return db('revisions')
    .select(COLUMNS)
    .where('page_id', pageId)
    .andWhere('saved_at', '<', savedAt)
    .orderBy('saved_at', 'desc')
    .first()
}

module.exports = { findById, before }
