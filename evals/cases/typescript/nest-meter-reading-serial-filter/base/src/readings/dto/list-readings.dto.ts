import { Type } from 'class-transformer';
import { IsDate, IsInt, IsOptional, Max, Min } from 'class-validator';

export class ListReadingsDto {
  @IsOptional()
  @Type(() => Date)
  @IsDate()
  since?: Date;

  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(10_000)
  page = 1;
}
