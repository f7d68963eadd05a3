import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm'

export type Role = 'helper' | 'coordinator' | 'treasurer'

@Entity()
export class Volunteer {
  @PrimaryGeneratedColumn('uuid')
  id!: string

  @Column({ length: 80 })
  displayName!: string

  @Column({ length: 40, nullable: true })
  phone!: string | null

  @Column({ length: 200, nullable: true })
  emergencyContact!: string | null

  @Column('simple-array', { default: '' })
  languages!: string[]

  @Column({ default: 'helper' })
  role!: Role

  /** Hours that a coordinator has approved; they are paid out per month. */
  @Column('float', { default: 0 })
  approvedHours!: number
}
