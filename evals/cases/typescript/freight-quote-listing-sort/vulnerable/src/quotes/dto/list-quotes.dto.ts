import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Max, Min } from 'class-validator';

export class ListQuotesDto {
  @IsOptional()
  @IsString()
  lane?: string;

  @Type(() => Number)
  @IsInt()
  @Min(0)
  offset = 0;

  @Type(() => Number)
  @IsInt()
  @Max(200)
  limit = 50;

  @IsString()
  sort = 'createdAt';

  @IsIn(['ASC', 'DESC'])
  dir: 'ASC' | 'DESC' = 'DESC';
}
