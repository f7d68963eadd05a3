export interface OidcConfig {
  issuer: string;
  clientId: string;
  redirectUri: string;
  scope?: string;
}

const CHARSET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

const randomString = (length: number): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(length)), (byte) => CHARSET[byte & 63]).join('');

const base64Url = (bytes: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');

async function challengeFor(verifier: string): Promise<string> {
  return base64Url(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier)));
}

export interface PendingLogin {
  state: string;
  verifier: string;
}

export async function beginLogin(config: OidcConfig): Promise<{ url: string; pending: PendingLogin }> {
  const pending: PendingLogin = { state: randomString(32), verifier: randomString(64) };
  const url = new URL('/authorize', config.issuer);
  url.search = new URLSearchParams({
    response_type: 'code',
    client_id: config.clientId,
    redirect_uri: config.redirectUri,
    scope: config.scope ?? 'openid profile email',
    state: pending.state,
    code_challenge: await challengeFor(pending.verifier),
    code_challenge_method: 'S256',
  }).toString();
  return { url: url.toString(), pending };
}

export async function finishLogin(config: OidcConfig, pending: PendingLogin, params: URLSearchParams) {
  if (params.get('state') !== pending.state) {
    throw new Error('login state does not match');
  }
  const response = await fetch(new URL('/token', config.issuer), {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: config.clientId,
      redirect_uri: config.redirectUri,
      code: params.get('code') ?? '',
      code_verifier: pending.verifier,
    }),
  });
  if (!response.ok) throw new Error(`token endpoint answered ${response.status}`);
  return response.json();
}
