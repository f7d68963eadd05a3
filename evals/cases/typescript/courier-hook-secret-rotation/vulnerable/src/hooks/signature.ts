import { createHmac } from 'node:crypto';

export class SignatureVerifier {
  /** The secrets that are valid at present, the newest first. */
  constructor(private readonly secrets: readonly string[]) {}

  /** `header` is the hex digest the courier sends as X-Parcel-Signature. */
  verify(body: Buffer, header: string | undefined): boolean {
    if (!header) {
      return false;
    }
    const given = header.toLowerCase();
    return this.secrets.some((secret) => this.digest(secret, body) === given);
  }

  private digest(secret: string, body: Buffer): string {
    return createHmac('sha256', secret).update(body).digest('hex');
  }
}
