import { IsString, Matches } from 'class-validator';

export class ConnectCrmDto {
  /** First part of the address: ACCOUNT.chorusbase.app */
  @IsString()
  @Matches(/^[a-z]{3,30}$/)
  account!: string;

  @IsString()
  apiKey!: string;
}
