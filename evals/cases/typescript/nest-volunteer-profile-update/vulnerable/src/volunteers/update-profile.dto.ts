import { ArrayMaxSize, IsISO6391, IsOptional, IsPhoneNumber, IsString, Length } from 'class-validator'

export class UpdateProfileDto {
  @IsOptional()
  @IsString()
  @Length(2, 80)
  displayName?: string

  @IsOptional()
  @IsPhoneNumber()
  phone?: string

  @IsOptional()
  @IsString()
  @Length(2, 200)
  emergencyContact?: string

  @IsOptional()
  @ArrayMaxSize(10)
  @IsISO6391({ each: true })
  languages?: string[]
}
