import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

export type MemberRole = 'climber' | 'trainer' | 'manager';

@Entity()
export class Member {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column()
  displayName!: string;

  @Column({ nullable: true })
  phone?: string;

  @Column({ default: 'climber' })
  role!: MemberRole;

  @Column({ type: 'int', default: 0 })
  credits!: number;
}
