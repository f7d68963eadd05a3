import { Type } from 'class-transformer';
import { IsDate, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

export class ListReadingsDto {
  @IsOptional()
  @IsString()
  @MaxLength(40)
  serial?: string;

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
