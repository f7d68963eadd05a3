import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Length, Max, Min } from 'class-validator';

export class SearchDto {
  @IsOptional()
  @IsString()
  @Length(1, 60)
  term?: string;

  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  take = 20;
}
