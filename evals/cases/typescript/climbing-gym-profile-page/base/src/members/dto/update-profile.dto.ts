import { IsOptional, IsPhoneNumber, IsString, Length } from 'class-validator';

/** The global pipe has whitelist: true. */
export class UpdateProfileDto {
  @IsOptional()
  @IsString()
  @Length(1, 80)
  displayName?: string;

  @IsOptional()
  @IsPhoneNumber()
  phone?: string;
}
