/** Client of the provider's REST API. One instance per consent. */
export class BankLinkClient {
  constructor({ baseUrl, clientId, clientSecret, log, fetchImpl = fetch }) {
    this.baseUrl = baseUrl;
    this.clientId = clientId;
    this.clientSecret = clientSecret;
    this.log = log;
    this.fetch = fetchImpl;
    this.token = null;
  }

  async #call(method, path, { body, headers = {} } = {}) {
    const url = new URL(path, this.baseUrl);
    const init = {
      method,
      headers: { accept: 'application/json', ...headers },
      body: body && new URLSearchParams(body),
      signal: AbortSignal.timeout(20_000),
    };
    const started = performance.now();
    const response = await this.fetch(url, init);
    const ms = Math.round(performance.now() - started);
    this.log.info({ method, url: url.href, headers: init.headers, body, status: response.status, ms }, 'bank link call');
    if (!response.ok) {
      throw new Error(`bank link: ${method} ${url.pathname} answered ${response.status}`);
    }
    return response.json();
  }

  async signIn(refreshToken) {
    const grant = await this.#call('POST', '/oauth/token', {
      body: {
        grant_type: 'refresh_token',
        refresh_token: refreshToken,
        client_id: this.clientId,
        client_secret: this.clientSecret,
      },
    });
    this.token = grant.access_token;
    return grant.refresh_token ?? refreshToken;
  }

  async accounts() {
    return this.#call('GET', '/v2/accounts', { headers: this.#auth() });
  }

  async transactions(accountId, since) {
    const path = `/v2/accounts/${encodeURIComponent(accountId)}/transactions?from=${since.toISOString().slice(0, 10)}`;
    return this.#call('GET', path, { headers: this.#auth() });
  }

  #auth() {
    return { authorization: `Bearer ${this.token}` };
  }
}
