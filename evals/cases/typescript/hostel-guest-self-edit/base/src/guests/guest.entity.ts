import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

@Entity()
export class Guest {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column()
  name!: string;

  @Column({ nullable: true })
  phone?: string;

  @Column({ nullable: true })
  diet?: string;

  @Column({ default: 'guest' })
  role!: 'guest' | 'warden';

  /** Cents; what the guest has paid in and not spent yet. */
  @Column({ type: 'int', default: 0 })
  balance!: number;
}
