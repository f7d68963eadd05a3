import { AccountModel, type AccountDocument } from './account.model';

export interface UnlockCriteria {
  email: string;
  token: string;
}

export class AccountStore {
  async findById(id: string): Promise<AccountDocument | null> {
    return AccountModel.findById(id).exec();
  }

  async findLocked(criteria: UnlockCriteria): Promise<AccountDocument | null> {
    const query = AccountModel.findOne({ email: criteria.email, locked: true }).where({
      unlockToken: criteria.token,
      unlockExpires: { $gt: new Date() },
    });
    return query.exec();
  }

  async save(account: AccountDocument): Promise<void> {
    await account.save();
  }
}
