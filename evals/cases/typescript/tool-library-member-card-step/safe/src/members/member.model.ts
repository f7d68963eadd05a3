import { Column, DataType, Default, Length, Model, Table } from 'sequelize-typescript'

@Table({ tableName: 'members', underscored: true })
export class Member extends Model {
  @Length({ min: 1, max: 60 })
  @Column(DataType.STRING)
  declare nickname: string

  @Length({ max: 30 })
  @Column(DataType.STRING)
  declare phone: string

  @Length({ max: 500 })
  @Column(DataType.TEXT)
  declare skills: string

  @Default('borrower')
  @Column(DataType.ENUM('borrower', 'warden', 'treasurer'))
  declare role: string

  @Default(0)
  @Column(DataType.INTEGER)
  declare depositCents: number
}
