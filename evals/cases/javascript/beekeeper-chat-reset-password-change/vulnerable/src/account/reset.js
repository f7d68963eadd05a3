import { randomBytes } from 'node:crypto';
import bcrypt from 'bcrypt';
import { User } from '../models/user.js';
import { sendMail } from '../mail/send.js';
import { revokeSessions } from '../sessions/revoke.js';

const HOUR = 60 * 60 * 1000;

export const requestReset = async (req, res) => {
  const account = await User.findOne({ email: String(req.body.email ?? '').toLowerCase(), active: true });
  if (account) {
    account.resetToken = randomBytes(32).toString('hex');
    account.resetExpires = new Date(Date.now() + HOUR);
    await account.save();
    await sendMail(account.email, 'password-reset', { name: account.name, token: account.resetToken });
  }
  // the same answer in both cases
  res.status(202).json({ ok: true });
};

export const performReset = async (req, res) => {
  const { token, password } = req.body;
  if (typeof password !== 'string' || password.length < 12) {
    return res.status(422).json({ error: 'Choose at least 12 characters' });
  }

  // find and clear in one go, so that a link cannot be used twice
  const passwordHash = await bcrypt.hash(password, 12);
  const user = await User.findOneAndUpdate(
    { resetToken: token, resetExpires: { $gt: new Date() } },
    { $set: { passwordHash }, $unset: { resetToken: 1, resetExpires: 1 } },
  );
  if (!user) return res.status(410).json({ error: 'This link has expired' });

  await revokeSessions(user.id);
  return res.json({ ok: true });
};
