import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, IsInt, IsOptional, IsString, Length, Max, Min } from 'class-validator';

export class SearchDto {
  @IsOptional()
  @IsString()
  @Length(1, 60)
  term?: string;

  /** e.g. ?attribute=color:red&attribute=size:xl */
  @IsOptional()
  @Transform(({ value }) => [value].flat())
  @IsString({ each: true })
  @ArrayMaxSize(8)
  attribute?: string[];

  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  take = 20;
}
