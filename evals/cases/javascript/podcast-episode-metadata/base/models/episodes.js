const db = require('../db');

const COLUMNS = ['id', 'show_id', 'title', 'status', 'size'];

exports.byId = async function byId(id) {
  const row = await db('episodes')
    .join('shows', 'shows.id', 'episodes.show_id')
    .where('episodes.id', id)
    .first(...COLUMNS.map((c) => `episodes.${c}`), 'shows.name as showName');
  return row || null;
};

/** Called from the editor page, where the hosts type in title and notes. */
exports.saveDraft = function saveDraft(id, { title, notes }) {
  return db('episodes').where({ id }).update({ title, notes, status: 'draft' });
};

exports.ofShow = function ofShow(showId, { status = 'ready', limit = 100 } = {}) {
  return db('episodes')
    .where({ show_id: showId, status })
    .orderBy('published_at', 'desc')
    .limit(limit)
    .select(COLUMNS);
};

exports.markFailed = function markFailed(id) {
  return db('episodes').where({ id }).update({ status: 'failed' });
};

exports.markReady = function markReady(id, { size }) {
  return db('episodes').where({ id }).update({ size, status: 'ready' });
};
