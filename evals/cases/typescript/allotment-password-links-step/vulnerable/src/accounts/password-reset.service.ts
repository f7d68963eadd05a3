import bcrypt from 'bcrypt';
import createError from 'http-errors';
import { GardenerModel } from './gardener.model';
import { endSessions } from './sessions';

export interface ResetInput {
  token: string;
  password: string;
}

class PasswordResetService {
  async complete({ token, password }: ResetInput): Promise<void> {
    const gardener = await GardenerModel.findOne({
      resetToken: token,
      resetExpires: { $gt: new Date() },
    });
    if (!gardener) {
      throw createError(400, 'This link is no longer valid');
    }
    gardener.passwordHash = await bcrypt.hash(password, 12);
    gardener.resetToken = undefined;
    gardener.resetExpires = undefined;
    await gardener.save();
    await endSessions(gardener.id);
  }
}

export const passwordReset = new PasswordResetService();
