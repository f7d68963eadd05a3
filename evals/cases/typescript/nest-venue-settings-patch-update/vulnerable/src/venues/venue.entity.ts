import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

@Entity()
export class Venue {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('uuid')
  ownerId: string;

  @Column({ length: 100 })
  name: string;

  @Column('int')
  capacity: number;

  @Column({ default: false })
  stepFree: boolean;

  /** Our share of each ticket, in basis points. */
  @Column('int', { default: 850 })
  commission: number;
}
