import { AccountModel, type AccountDocument } from './account.model';

export class AccountStore {
  async findById(id: string): Promise<AccountDocument | null> {
    return AccountModel.findById(id).exec();
  }

  async save(account: AccountDocument): Promise<void> {
    await account.save();
  }
}
