import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

@Entity()
export class Meetup {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column()
  organiserId!: string;

  @Column({ length: 120 })
  title!: string;

  @Column({ length: 200 })
  place!: string;

  @Column('timestamptz')
  startsAt!: Date;
}
