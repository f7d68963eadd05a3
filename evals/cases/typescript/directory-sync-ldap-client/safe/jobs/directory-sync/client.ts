import { readFileSync } from 'node:fs';
import { Client } from 'ldapts';

const URL = 'ldaps://dc1.corp.kranhaus.example:636';
const BIND_DN = 'CN=svc-portal-sync,OU=Service,DC=corp,DC=kranhaus,DC=example';
const CA_FILE = process.env.DIRECTORY_CA_FILE ?? '/etc/ssl/kranhaus/root-ca.pem';
const BASE_DN = 'OU=Staff,DC=corp,DC=kranhaus,DC=example';
const ATTRIBUTES = ['employeeNumber', 'displayName', 'mail', 'department'];

export interface Employee {
  number: string;
  name: string;
  mail: string;
  department: string;
}

const one = (value: unknown): string => String(Array.isArray(value) ? value[0] ?? '' : value ?? '');

function bindPassword(): string {
  const password = process.env.DIRECTORY_BIND_PASSWORD;
  if (!password) throw new Error('DIRECTORY_BIND_PASSWORD is not set');
  return password;
}

/** All active employees; the directory has some 3,000, so paging is left to the library. */
export async function employees(): Promise<Employee[]> {
  const client = new Client({
    url: URL,
    timeout: 30_000,
    connectTimeout: 10_000,
    tlsOptions: { minVersion: 'TLSv1.2', ca: [readFileSync(CA_FILE)] },
  });
  try {
    await client.bind(BIND_DN, bindPassword());
    const { searchEntries } = await client.search(BASE_DN, {
      scope: 'sub',
      filter: '(&(objectClass=person)(employeeNumber=*))',
      attributes: ATTRIBUTES,
      paged: { pageSize: 500 },
    });
    return searchEntries.map((entry) => ({
      number: one(entry.employeeNumber),
      name: one(entry.displayName),
      mail: one(entry.mail).toLowerCase(),
      department: one(entry.department),
    }));
  } finally {
    await client.unbind();
  }
}
