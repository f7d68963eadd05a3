import { createCipheriv, createDecipheriv } from 'node:crypto';

const ALGORITHM = 'aes-256-ecb';

export interface BankDetails {
  holder: string;
  iban: string;
  bic?: string;
}

/** Seals bank details for the `payout_accounts.details` column. */
export class Vault {
  private readonly key: Buffer;

  constructor(keyHex: string) {
    this.key = Buffer.from(keyHex, 'hex');
    if (this.key.length !== 32) {
      throw new Error('The vault needs a key of 32 bytes');
    }
  }

  seal(details: BankDetails): string {
    const cipher = createCipheriv(ALGORITHM, this.key, null);
    const sealed = Buffer.concat([cipher.update(JSON.stringify(details), 'utf8'), cipher.final()]);
    return sealed.toString('base64');
  }

  open(sealed: string): BankDetails {
    const decipher = createDecipheriv(ALGORITHM, this.key, null);
    const text = Buffer.concat([decipher.update(Buffer.from(sealed, 'base64')), decipher.final()]);
    return JSON.parse(text.toString('utf8')) as BankDetails;
  }
}
