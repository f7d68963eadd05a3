import { Type } from 'class-transformer';
import { IsInt, IsISO31661Alpha2, IsOptional, IsString, MaxLength, Min } from 'class-validator';

export class FindAccessionsDto {
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;

  @IsOptional()
  @IsISO31661Alpha2()
  country?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  page?: number;
}
