import type { Knex } from 'knex';

export interface BankDetails {
  holder: string;
  iban: string;
  bic?: string;
}

export class PayoutAccounts {
  constructor(private readonly knex: Knex) {}

  async save(sellerId: string, details: BankDetails): Promise<void> {
    await this.knex('payout_accounts')
      .insert({ seller_id: sellerId, details: JSON.stringify(details) })
      .onConflict('seller_id')
      .merge();
  }

  async find(sellerId: string): Promise<BankDetails | null> {
    const row = await this.knex('payout_accounts').where({ seller_id: sellerId }).first('details');
    return row ? (JSON.parse(row.details) as BankDetails) : null;
  }
}
