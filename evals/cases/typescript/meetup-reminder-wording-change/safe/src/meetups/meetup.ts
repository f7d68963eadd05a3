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

  /** Written by the organiser on the settings page; may use <%= guest %>, <%= when %> and so on. */
  @Column('text', { nullable: true })
  reminderText!: string | null;
}
