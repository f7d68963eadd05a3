import { model, Schema, type HydratedDocument } from 'mongoose';

export interface Account {
  email: string;
  locked: boolean;
  failedAttempts: number;
  unlockToken?: string;
  unlockExpires?: Date;
}

export type AccountDocument = HydratedDocument<Account>;

const accountSchema = new Schema<Account>({
  email: { type: String, required: true, unique: true, lowercase: true },
  locked: { type: Boolean, default: false },
  failedAttempts: { type: Number, default: 0 },
  unlockToken: { type: String },
  unlockExpires: { type: Date },
});

export const AccountModel = model<Account>('Account', accountSchema);
