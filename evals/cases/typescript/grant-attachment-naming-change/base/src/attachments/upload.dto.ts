import { IsBase64, IsString, Length, MaxLength } from 'class-validator';

export class UploadDto {
  @IsString()
  @Length(1, 180)
  name!: string;

  @IsBase64()
  @MaxLength(8_000_000)
  data!: string;
}
