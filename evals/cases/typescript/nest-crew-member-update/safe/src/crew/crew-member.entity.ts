import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

@Entity('crew_member')
export class CrewMember {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column()
  name!: string;

  @Column({ nullable: true })
  phone?: string;

  @Column({ nullable: true })
  nextOfKin?: string;

  @Column({ default: 'deckhand' })
  rank!: 'deckhand' | 'mate' | 'master';

  @Column({ default: false })
  canSignOff!: boolean;
}
