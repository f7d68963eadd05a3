import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

@Entity('employees')
export class Employee {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column()
  displayName!: string;

  @Column({ nullable: true })
  phone?: string;

  @Column({ nullable: true })
  about?: string;

  @Column({ default: 'staff' })
  role!: 'staff' | 'lead' | 'hr_admin';

  @Column('int')
  costCentre!: number;
}
