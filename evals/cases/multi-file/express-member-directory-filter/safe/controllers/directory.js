'use strict';

const directory = require('../services/directory');
const { directoryFilter } = require('../schemas');

const present = (member) => ({
  id: member.id,
  name: member.name,
  town: member.town,
  trade: member.trade,
});

exports.index = async (req, res, next) => {
  try {
    const parsed = directoryFilter.safeParse(req.query);
    if (!parsed.success) {
      return res.status(422).json({ error: 'This filter cannot be used.' });
    }
    const { page, ...filter } = parsed.data;
    const members = await directory.visibleTo(req.user, filter, Number(page) || 1);
    return res.json(members.map(present));
  } catch (error) {
    return next(error);
  }
};

exports.me = (req, res) => {
  res.json(present(req.user));
};
