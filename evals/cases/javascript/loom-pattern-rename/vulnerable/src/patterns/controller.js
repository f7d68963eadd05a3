const { Pattern } = require('../models');
const { NotFound, Invalid } = require('../errors');

exports.index = async (req, res) => {
  const patterns = await Pattern.findAll({
    where: { weaverId: req.weaver.id },
    attributes: ['id', 'title', 'shafts', 'updatedAt'],
    order: [['updatedAt', 'DESC']],
  });
  res.json(patterns);
};

exports.destroy = async (req, res) => {
  const count = await Pattern.destroy({ where: { id: req.params.id, weaverId: req.weaver.id } });
  if (!count) throw new NotFound('pattern');
  res.sendStatus(204);
};

exports.rename = async (req, res) => {
  const title = String(req.body?.title ?? '').trim();
  if (!title || title.length > 120) throw new Invalid('title');

  const pattern = await Pattern.findByPk(req.params.id);
  if (!pattern) throw new NotFound('pattern');
  await pattern.update({ title });
  res.json({ id: pattern.id, title: pattern.title });
};
