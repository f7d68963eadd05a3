import { IsString, Matches } from 'class-validator';

export class ConnectCrmDto {
  /** First part of the address: ACCOUNT.chorusbase.app */
  @IsString()
  @Matches(/^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/)
  account!: string;

  @IsString()
  apiKey!: string;
}
