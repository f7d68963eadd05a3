import { IsInt, IsNumber, IsString, Length, Max, Min } from 'class-validator';

export class RenameProbeDto {
  @IsString()
  @Length(2, 60)
  label!: string;
}

export class IntervalDto {
  @IsInt()
  @Min(30)
  @Max(3600)
  seconds!: number;
}

export class CalibrationDto {
  @IsNumber({ maxDecimalPlaces: 2 })
  @Min(-5)
  @Max(5)
  offsetCelsius!: number;
}
