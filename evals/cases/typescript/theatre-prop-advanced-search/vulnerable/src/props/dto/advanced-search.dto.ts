import { Type } from 'class-transformer';
import { ArrayMaxSize, IsIn, IsString, MaxLength, ValidateNested } from 'class-validator';

export const OPERATORS = { is: '=', not: '<>', above: '>', below: '<', like: 'ILIKE' } as const;

export class Condition {
  @IsString()
  @MaxLength(60)
  field!: string;

  @IsIn(Object.keys(OPERATORS))
  op!: keyof typeof OPERATORS;

  @IsString()
  @MaxLength(200)
  value!: string;
}

export class AdvancedSearchDto {
  @ValidateNested({ each: true })
  @Type(() => Condition)
  @ArrayMaxSize(8)
  conditions!: Condition[];
}
