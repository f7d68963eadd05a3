import { IsString, MaxLength } from 'class-validator';

export class LeaveDigestDto {
  @IsString()
  @MaxLength(400)
  reason!: string;
}
