import { literal } from 'sequelize';
import { sequelize, Singer } from '../models/index.js';

const MAX_ROWS = 200;

export class AttendanceService {
  constructor({ logger }) {
    this.logger = logger;
  }

  /** GET /api/attendance/ranking, behind requireSession */
  handleRanking = async (req, res, next) => {
    try {
      const rows = await this.ranking();
      this.logger.debug({ count: rows.length }, 'ranking computed');
      res.json(rows);
    } catch (err) {
      next(err);
    }
  };

  ranking() {
    const attended = literal(
      '(SELECT COUNT(*) FROM attendances a WHERE a.singer_id = "Singer"."id")',
    );
    return Singer.findAll({
      attributes: ['id', 'name', 'voice', [attended, 'attended']],
      where: { active: true },
      order: [[literal('attended'), 'DESC']],
      limit: MAX_ROWS,
    });
  }

  async voices() {
    const [rows] = await sequelize.query('SELECT DISTINCT voice FROM singers ORDER BY voice');
    return rows.map(({ voice }) => voice);
  }
}
