import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

export enum ClaimStatus {
  Open = 'open',
  InReview = 'in_review',
  Withdrawn = 'withdrawn',
  Settled = 'settled',
}

@Entity('claims')
export class Claim {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid')
  policyholderId!: string;

  @Column({ type: 'enum', enum: ClaimStatus, default: ClaimStatus.Open })
  status!: ClaimStatus;

  @Column({ type: 'text', nullable: true })
  withdrawalReason!: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  closedAt!: Date | null;
}
