import { readFile } from 'node:fs/promises';

export interface MeterValue {
  obis: string;
  value: number;
  unit: string;
}

export interface GatewayAccess {
  /** Where the FTP server puts the file that the gateway sends. */
  dropFile: string;
}

export async function readMeters(gateway: GatewayAccess): Promise<MeterValue[]> {
  const { values } = JSON.parse(await readFile(gateway.dropFile, 'utf8')) as { values: MeterValue[] };
  return values.filter((item) => Number.isFinite(item.value));
}
