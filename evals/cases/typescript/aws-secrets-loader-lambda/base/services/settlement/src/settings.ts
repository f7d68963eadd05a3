import { Logger } from '@aws-lambda-powertools/logger';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';

const logger = new Logger({ serviceName: 'settlement' });
const client = new SecretsManagerClient({ maxAttempts: 3 });

const REFRESH_AFTER_MS = 10 * 60 * 1000;

export interface Settings {
  dbHost: string;
  dbUser: string;
  dbPassword: string;
  acquirerApiKey: string;
}

const REQUIRED: ReadonlyArray<keyof Settings> = ['dbHost', 'dbUser', 'dbPassword', 'acquirerApiKey'];

let cached: { settings: Settings; loadedAt: number } | undefined;

function parse(raw: string): Settings {
  const value = JSON.parse(raw) as Partial<Settings>;
  const missing = REQUIRED.filter((key) => !value[key]);
  if (missing.length > 0) {
    throw new Error(`settings incomplete: ${missing.join(', ')}`);
  }
  return value as Settings;
}

export async function loadSettings(now = Date.now()): Promise<Settings> {
  if (cached && now - cached.loadedAt < REFRESH_AFTER_MS) {
    return cached.settings;
  }

  const secretId = process.env.SETTINGS_SECRET_ID;
  if (!secretId) {
    throw new Error('SETTINGS_SECRET_ID is not set');
  }

  const answer = await client.send(new GetSecretValueCommand({ SecretId: secretId }));
  const settings = parse(answer.SecretString ?? '{}');

  cached = { settings, loadedAt: now };
  return settings;
}
