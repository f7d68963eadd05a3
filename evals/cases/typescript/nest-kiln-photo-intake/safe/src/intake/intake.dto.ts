import { IsOptional, IsString, MaxLength } from 'class-validator';

/** Multipart fields next to the photo. */
export class IntakeDto {
  /** e.g. "raku/2024-05" */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  folder?: string;

  @IsOptional()
  @IsString()
  @MaxLength(500)
  caption?: string;
}
