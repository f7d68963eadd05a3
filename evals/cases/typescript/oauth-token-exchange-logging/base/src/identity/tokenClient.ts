import { Inject, Injectable, Logger, UnauthorizedException } from '@nestjs/common';
import { IDENTITY_OPTIONS, type IdentityOptions } from './identity.options';

export interface TokenSet {
  access_token: string;
  refresh_token: string;
  id_token: string;
  expires_in: number;
  scope: string;
}

@Injectable()
export class TokenClient {
  private readonly logger = new Logger(TokenClient.name);

  constructor(@Inject(IDENTITY_OPTIONS) private readonly options: IdentityOptions) {}

  async exchange(code: string, verifier: string): Promise<TokenSet> {
    const response = await fetch(this.options.tokenEndpoint, {
      method: 'POST',
      signal: AbortSignal.timeout(5000),
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        client_id: this.options.clientId,
        client_secret: this.options.clientSecret,
        redirect_uri: this.options.redirectUri,
        code,
        code_verifier: verifier,
      }),
    });
    if (!response.ok) {
      throw new UnauthorizedException();
    }
    return (await response.json()) as TokenSet;
  }
}
