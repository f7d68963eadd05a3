export interface OidcConfig {
  issuer: string;
  clientId: string;
  redirectUri: string;
  scope?: string;
}

export function authorizeUrl(config: OidcConfig, nonce: string): string {
  const url = new URL('/authorize', config.issuer);
  url.search = new URLSearchParams({
    response_type: 'id_token',
    client_id: config.clientId,
    redirect_uri: config.redirectUri,
    scope: config.scope ?? 'openid profile email',
    nonce,
  }).toString();
  return url.toString();
}
