const db = require('../db')
const Page = require('./page')

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

// the revision together with its page and the one before it
async function findWithPage (id) {
  const revision = await findById(id)
  if (!revision) return null
  const [page, previous] = await Promise.all([
    Page.findById(revision.pageId),
    before(revision)
  ])
  return { ...revision, page, previous }
}

module.exports = { findById, before, findWithPage }
