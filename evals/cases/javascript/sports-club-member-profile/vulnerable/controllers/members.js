'use strict';

const { ValidationError } = require('sequelize');
const { Member, Team } = require('../models');

const PUBLIC_FIELDS = ['id', 'firstName', 'lastName', 'shirtNumber'];

function present(member) {
  const { id, firstName, lastName, email, phone, shirtNumber, feePaidUntil } = member;
  return { id, firstName, lastName, email, phone, shirtNumber, feePaidUntil };
}

exports.teammates = async (req, res, next) => {
  try {
    const team = await Team.findByPk(req.member.teamId, {
      include: [{ model: Member, as: 'members', attributes: PUBLIC_FIELDS }],
    });
    res.json(team ? team.members : []);
  } catch (err) {
    next(err);
  }
};

exports.showMe = (req, res) => {
  res.json(present(req.member));
};

exports.updateMe = async (req, res, next) => {
  const { member } = req;
  try {
    await member.update(req.body);
    res.json(present(member));
  } catch (err) {
    if (err instanceof ValidationError) {
      return res.status(422).json({
        errors: err.errors.map(({ path, message }) => ({ path, message })),
      });
    }
    next(err);
  }
};
