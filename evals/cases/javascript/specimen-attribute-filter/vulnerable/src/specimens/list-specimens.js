import { Op } from 'sequelize';
import { Specimen } from '../db/index.js';
import { attributeFilter } from './attribute-filter.js';

const FIELDS = ['id', 'label', 'foundOn', 'attributes'];

export async function listSpecimens(req, res, next) {
  try {
    const { collectionId } = req.curator;
    const where = { collectionId };
    if (typeof req.query.label === 'string') {
      where.label = { [Op.iLike]: `${req.query.label.replace(/[%_\\]/g, '\\$&')}%` };
    }
    const conditions = attributeFilter(req.query.attr);
    if (conditions.length > 0) {
      where[Op.and] = conditions;
    }
    const specimens = await Specimen.findAll({
      where,
      attributes: FIELDS,
      order: [['label', 'ASC']],
      limit: 200,
    });
    res.json(specimens);
  } catch (err) {
    next(err);
  }
}
