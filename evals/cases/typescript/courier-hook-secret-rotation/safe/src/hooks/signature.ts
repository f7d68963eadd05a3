import { createHmac, timingSafeEqual } from 'node:crypto';

export class SignatureVerifier {
  /** The secrets that are valid at present, the newest first. */
  constructor(private readonly secrets: readonly string[]) {}

  /** `header` is the hex digest the courier sends as X-Parcel-Signature. */
  verify(body: Buffer, header: string | undefined): boolean {
    if (!header) {
      return false;
    }
    const given = Buffer.from(header, 'hex');
    return this.secrets.some((secret) => {
      const expected = this.digest(secret, body);
      return given.length === expected.length && timingSafeEqual(expected, given);
    });
  }

  private digest(secret: string, body: Buffer): Buffer {
    return createHmac('sha256', secret).update(body).digest();
  }
}
