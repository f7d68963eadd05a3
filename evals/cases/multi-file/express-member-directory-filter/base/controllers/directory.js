'use strict';

const directory = require('../services/directory');

const present = (member) => ({
  id: member.id,
  name: member.name,
  town: member.town,
  trade: member.trade,
});

exports.index = async (req, res, next) => {
  try {
    const members = await directory.visibleTo(req.user);
    res.json(members.map(present));
  } catch (error) {
    next(error);
  }
};

exports.me = (req, res) => {
  res.json(present(req.user));
};
