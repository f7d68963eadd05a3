import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';

export const STOCK_COLUMNS = ['sku', 'on_hand', 'reserved', 'updated_at'] as const;

export class ListStockLevelsDto {
  @Type(() => Number)
  @IsInt()
  @Min(1)
  warehouseId!: number;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit = 50;

  @IsOptional()
  @IsIn(STOCK_COLUMNS)
  sortBy: (typeof STOCK_COLUMNS)[number] = 'sku';
}
