import { createHmac, timingSafeEqual } from 'node:crypto';

export class SignatureVerifier {
  constructor(private readonly secret: string) {}

  /** `header` is the hex digest the courier sends as X-Parcel-Signature. */
  verify(body: Buffer, header: string | undefined): boolean {
    if (!header) {
      return false;
    }
    const expected = this.digest(this.secret, body);
    const given = Buffer.from(header, 'hex');
    return given.length === expected.length && timingSafeEqual(expected, given);
  }

  private digest(secret: string, body: Buffer): Buffer {
    return createHmac('sha256', secret).update(body).digest();
  }
}
