import { Type } from 'class-transformer';
import { ArrayMaxSize, IsIn, IsString, MaxLength, ValidateNested } from 'class-validator';

export const OPERATORS = { is: '=', not: '<>', above: '>', below: '<', like: 'ILIKE' } as const;
export const SEARCHABLE = ['label', 'era', 'material', 'shelf', 'weight'] as const;

export class Condition {
  @IsIn(SEARCHABLE)
  field!: (typeof SEARCHABLE)[number];

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
