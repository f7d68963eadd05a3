import { DataTypes, Model } from 'sequelize'

export class Account extends Model {
  static define (sequelize) {
    return Account.init({
      holder: { type: DataTypes.STRING, allowNull: false },
      // null for private accounts
      fleetId: { type: DataTypes.INTEGER, allowNull: true }
    }, { sequelize, tableName: 'accounts' })
  }
}
