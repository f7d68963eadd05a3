const { DataTypes } = require('sequelize')

module.exports = (sequelize) =>
  sequelize.define('Layout', {
    id: { type: DataTypes.UUID, primaryKey: true, defaultValue: DataTypes.UUIDV4 },
    title: { type: DataTypes.STRING(120), allowNull: false },
    scale: { type: DataTypes.ENUM('Z', 'N', 'TT', 'H0', '0'), allowNull: false },
    description: DataTypes.TEXT,
    // set by the exhibition team after a visit
    verified: { type: DataTypes.BOOLEAN, allowNull: false, defaultValue: false },
    ownerId: { type: DataTypes.UUID, allowNull: false }
  })
