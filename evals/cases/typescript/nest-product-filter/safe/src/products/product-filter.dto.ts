import { IsOptional, IsString, MaxLength } from 'class-validator';

export class ProductFilter {
  @IsOptional()
  @IsString()
  @MaxLength(60)
  category?: string;

  @IsOptional()
  @IsString()
  @MaxLength(60)
  supplier?: string;
}
