import { IsInt, IsString, IsUUID, Length } from 'class-validator';

export class AdjustmentDto {
  @IsUUID()
  binId!: string;

  @IsString()
  @Length(3, 40)
  sku!: string;

  /** Negative for shrinkage. */
  @IsInt()
  delta!: number;
}
