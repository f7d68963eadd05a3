import type { Knex } from 'knex';
import type { BankDetails, Vault } from './vault';

export class PayoutAccounts {
  constructor(
    private readonly knex: Knex,
    private readonly vault: Vault,
  ) {}

  async save(sellerId: string, details: BankDetails): Promise<void> {
    await this.knex('payout_accounts')
      .insert({ seller_id: sellerId, details: this.vault.seal(details) })
      .onConflict('seller_id')
      .merge();
  }

  async find(sellerId: string): Promise<BankDetails | null> {
    const row = await this.knex('payout_accounts').where({ seller_id: sellerId }).first('details');
    return row ? this.vault.open(row.details) : null;
  }
}
