'use strict';

const { DataTypes } = require('sequelize');

module.exports = (sequelize) => {
  const Member = sequelize.define('Member', {
    firstName: { type: DataTypes.STRING(60), allowNull: false },
    lastName: { type: DataTypes.STRING(60), allowNull: false },
    email: { type: DataTypes.STRING, allowNull: false, unique: true, validate: { isEmail: true } },
    phone: { type: DataTypes.STRING(30) },
    shirtNumber: { type: DataTypes.INTEGER, validate: { min: 1, max: 99 } },
    role: { type: DataTypes.ENUM('player', 'coach', 'board'), defaultValue: 'player' },
    feePaidUntil: { type: DataTypes.DATEONLY },
  });

  Member.associate = ({ Team }) => {
    Member.belongsTo(Team, { as: 'team', foreignKey: 'teamId' });
  };

  return Member;
};
