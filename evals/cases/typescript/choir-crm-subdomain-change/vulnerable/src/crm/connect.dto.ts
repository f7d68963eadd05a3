import { IsString, Length } from 'class-validator';

export class ConnectCrmDto {
  /** First part of the address: ACCOUNT.chorusbase.app */
  @IsString()
  @Length(1, 80)
  account!: string;

  @IsString()
  apiKey!: string;
}
