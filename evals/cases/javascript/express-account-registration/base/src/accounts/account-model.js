import { DataTypes } from 'sequelize';
import { sequelize } from '../db.js';

export const Account = sequelize.define('account', {
  email: { type: DataTypes.STRING(254), allowNull: false, unique: true },
  displayName: { type: DataTypes.STRING(80), allowNull: false },
  passwordHash: { type: DataTypes.STRING(255), allowNull: false },
  role: { type: DataTypes.ENUM('customer', 'agent', 'admin'), allowNull: false, defaultValue: 'customer' },
  creditCents: { type: DataTypes.INTEGER, allowNull: false, defaultValue: 0 },
  verifiedAt: { type: DataTypes.DATE },
});
