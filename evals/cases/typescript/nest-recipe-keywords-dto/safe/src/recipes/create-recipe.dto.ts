import { IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { DURATION, KEYWORDS, SLUG } from './patterns';

export class CreateRecipeDto {
  @IsString()
  @MaxLength(120)
  title!: string;

  @MaxLength(80)
  @Matches(SLUG)
  slug!: string;

  @MaxLength(20)
  @Matches(DURATION)
  duration!: string;

  @IsOptional()
  @MaxLength(300)
  @Matches(KEYWORDS)
  keywords?: string;

  @IsInt()
  @Min(1)
  @Max(40)
  servings!: number;
}
