import { IsNumber, IsUrl, Max, Min } from 'class-validator';

export class ThresholdsDto {
  @IsNumber()
  @Min(-20)
  minC!: number;

  @IsNumber()
  @Max(60)
  maxC!: number;
}

export class TrialDto {
  @IsUrl({ require_tld: false, require_protocol: true })
  callback!: string;
}
