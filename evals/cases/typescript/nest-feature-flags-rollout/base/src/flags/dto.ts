import { IsString, Matches, MaxLength } from 'class-validator';

export class CreateFlagDto {
  @Matches(/^[a-z][a-z0-9-]{2,40}$/)
  key!: string;

  @IsString()
  @MaxLength(200)
  purpose!: string;
}

export interface FlagDto {
  key: string;
  purpose: string;
  percentage: number;
}
