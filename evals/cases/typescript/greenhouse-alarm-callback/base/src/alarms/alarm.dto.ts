import { IsNumber, Max, Min } from 'class-validator';

export class ThresholdsDto {
  @IsNumber()
  @Min(-20)
  minC!: number;

  @IsNumber()
  @Max(60)
  maxC!: number;
}
