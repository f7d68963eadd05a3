import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm'

export type Role = 'volunteer' | 'coordinator' | 'admin'

@Entity()
export class Volunteer {
  @PrimaryGeneratedColumn('uuid')
  id!: string

  @Column()
  name!: string

  @Column({ nullable: true })
  phone?: string

  @Column({ default: '' })
  about!: string

  @Column({ type: 'varchar', default: 'volunteer' })
  role!: Role

  @Column({ default: false })
  backgroundChecked!: boolean
}
