import { readFileSync } from 'node:fs';
import got, { type Got } from 'got';

const CA_FILE = process.env.GATEWAY_CA_FILE ?? '/etc/meters/gateway-ca.pem';

export interface GatewayAccess {
  host: string;
  user: string;
  password: string;
}

export interface MeterValue {
  obis: string;
  value: number;
  unit: string;
}

// the certificates of the gateways come from the authority of the grid operator
const client: Got = got.extend({
  timeout: { request: 8_000 },
  retry: { limit: 2, methods: ['GET'] },
  followRedirect: false,
  https: { certificateAuthority: readFileSync(CA_FILE, 'utf8') },
});

export async function readMeters(gateway: GatewayAccess): Promise<MeterValue[]> {
  const { values } = await client
    .get(`https://${gateway.host}/api/v1/meters/current`, {
      username: gateway.user,
      password: gateway.password,
    })
    .json<{ values: MeterValue[] }>();
  return values.filter((item) => Number.isFinite(item.value));
}
