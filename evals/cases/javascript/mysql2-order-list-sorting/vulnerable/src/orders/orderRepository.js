'use strict';

const PAGE_SIZE = 50;

class OrderRepository {
  /** @param {import('mysql2/promise').Pool} pool */
  constructor(pool) {
    this.pool = pool;
  }

  async findById(id) {
    const [rows] = await this.pool.execute('SELECT * FROM orders WHERE id = ?', [id]);
    return rows[0] || null;
  }

  async list(filter, page = 1, { sort = 'placed_at', dir = 'desc' } = {}) {
    const direction = dir.toUpperCase();
    const where = ['o.deleted_at IS NULL'];
    const params = [];
    if (filter.status) {
      where.push('o.status = ?');
      params.push(String(filter.status));
    }
    if (filter.customerId) {
      where.push('o.customer_id = ?');
      params.push(String(filter.customerId));
    }
    const sql = [
      'SELECT o.id, o.number, o.status, o.total_cents, o.placed_at, c.name AS customer',
      'FROM orders o JOIN customers c ON c.id = o.customer_id',
      `WHERE ${where.join(' AND ')}`,
      `ORDER BY o.${sort} ${direction}`,
      'LIMIT ? OFFSET ?',
    ].join('\n');
    const [rows] = await this.pool.query(sql, [...params, PAGE_SIZE, (page - 1) * PAGE_SIZE]);
    return rows;
  }
}

module.exports = { OrderRepository };
