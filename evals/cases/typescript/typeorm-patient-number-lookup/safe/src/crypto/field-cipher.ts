import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';

const IV = 12;
const TAG = 16;

/** Encrypts single columns. The keys come from the vault, 32 bytes each. */
export class FieldCipher {
  constructor(
    private readonly key: Buffer,
    private readonly lookupKey: Buffer,
  ) {}

  encrypt(plain: string): Buffer {
    const iv = randomBytes(IV);
    const cipher = createCipheriv('aes-256-gcm', this.key, iv);
    const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), body]);
  }

  /** The same text always gives the same bytes, so that one can search for them. */
  lookupTag(plain: string): Buffer {
    return createHmac('sha256', this.lookupKey).update(plain, 'utf8').digest();
  }

  decrypt(sealed: Buffer): string {
    const decipher = createDecipheriv('aes-256-gcm', this.key, sealed.subarray(0, IV), { authTagLength: TAG });
    decipher.setAuthTag(sealed.subarray(IV, IV + TAG));
    return Buffer.concat([decipher.update(sealed.subarray(IV + TAG)), decipher.final()]).toString('utf8');
  }
}
