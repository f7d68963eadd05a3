import { IsInt, IsString, Matches, Max, MaxLength, Min } from 'class-validator';

export class CreateFlagDto {
  @Matches(/^[a-z][a-z0-9-]{2,40}$/)
  key!: string;

  @IsString()
  @MaxLength(200)
  purpose!: string;
}

export class RolloutDto {
  @IsInt()
  @Min(0)
  @Max(100)
  percentage!: number;
}

export interface FlagDto {
  key: string;
  purpose: string;
  percentage: number;
}
