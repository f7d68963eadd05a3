const { DataTypes, Model } = require('sequelize');
const sequelize = require('../lib/sequelize');

class Advert extends Model {
  get isLive() {
    return this.approved && this.closingDate > new Date();
  }
}

Advert.init(
  {
    title: { type: DataTypes.STRING(120), allowNull: false },
    description: { type: DataTypes.TEXT, allowNull: false },
    salaryFrom: DataTypes.INTEGER,
    salaryTo: DataTypes.INTEGER,
    closingDate: { type: DataTypes.DATE, allowNull: false },
    remote: { type: DataTypes.BOOLEAN, defaultValue: false },
    employerId: { type: DataTypes.INTEGER, allowNull: false },
    // set by the editors after review
    approved: { type: DataTypes.BOOLEAN, defaultValue: false },
    // paid placement
    featuredUntil: DataTypes.DATE,
  },
  { sequelize, modelName: 'advert' },
);

module.exports = { Advert };
