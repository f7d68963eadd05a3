import { Column, CreateDateColumn, Entity, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';

import { Organiser } from '../organisers/organiser.entity';

@Entity()
export class Hook {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  /** Set by the organiser in "Integrations". */
  @Column({ length: 500 })
  url!: string;

  @Column({ select: false })
  secret!: string;

  @Column('simple-array')
  types!: string[];

  @ManyToOne(() => Organiser, { onDelete: 'CASCADE' })
  organiser!: Organiser;

  /** Counted up by the queue; the hook is switched off at 50. */
  @Column({ default: 0 })
  failures!: number;

  @Column({ default: true })
  active!: boolean;

  @CreateDateColumn()
  createdAt!: Date;
}
