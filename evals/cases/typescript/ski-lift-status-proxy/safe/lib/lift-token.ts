import 'server-only';

let cached: { value: string; until: number } | null = null;

export async function liftToken(): Promise<string> {
  if (cached && cached.until > Date.now()) {
    return cached.value;
  }
  const response = await fetch('https://login.snowops.net/oauth/token', {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: process.env.SNOWOPS_CLIENT!,
      client_secret: process.env.SNOWOPS_SECRET!,
    }),
  });
  if (!response.ok) {
    throw new Error(`token endpoint answered ${response.status}`);
  }
  const body = await response.json();
  cached = { value: body.access_token, until: Date.now() + (body.expires_in - 60) * 1000 };
  return cached.value;
}
