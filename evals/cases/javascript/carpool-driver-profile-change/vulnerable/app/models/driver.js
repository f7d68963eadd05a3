const { DataTypes, Model } = require('sequelize');

module.exports = (sequelize) => {
  class Driver extends Model {
    static associate({ Vehicle, Ride }) {
      Driver.hasMany(Vehicle, { as: 'vehicles', foreignKey: 'driverId' });
      Driver.hasMany(Ride, { as: 'rides', foreignKey: 'driverId' });
    }
  }

  Driver.init(
    {
      email: { type: DataTypes.STRING, allowNull: false, unique: true },
      displayName: { type: DataTypes.STRING(60), allowNull: false, validate: { len: [2, 60] } },
      bio: { type: DataTypes.TEXT, validate: { len: [0, 1000] } },
      languages: DataTypes.ARRAY(DataTypes.STRING(2)),
      smoking: { type: DataTypes.BOOLEAN, defaultValue: false },
      pets: { type: DataTypes.BOOLEAN, defaultValue: false },
      // set by the back office once the licence was seen
      verified: { type: DataTypes.BOOLEAN, defaultValue: false },
      balanceCents: { type: DataTypes.INTEGER, defaultValue: 0 },
      rating: DataTypes.FLOAT,
      ratingCount: { type: DataTypes.INTEGER, defaultValue: 0 },
      lastRideAt: DataTypes.DATE,
      closedAt: DataTypes.DATE,
    },
    { sequelize, modelName: 'driver', underscored: true },
  );

  return Driver;
};
