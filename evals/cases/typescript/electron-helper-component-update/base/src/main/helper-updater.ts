import { app, net } from 'electron';
import { createHash } from 'node:crypto';
import { chmod, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readSignedManifest, type HelperRelease } from './signed-manifest';

const MIRROR = 'https://downloads.scanbridge.example/helper';

function helperPath(): string {
  return join(app.getPath('userData'), process.platform === 'win32' ? 'helper.exe' : 'helper');
}

async function download(release: HelperRelease): Promise<void> {
  const response = await net.fetch(`${MIRROR}/${encodeURIComponent(release.file)}`);
  if (!response.ok) {
    throw new Error(`Mirror answered ${response.status}`);
  }

  const bytes = Buffer.from(await response.arrayBuffer());
  const digest = createHash('sha256').update(bytes).digest('hex');
  if (digest !== release.sha256) {
    throw new Error('Helper download does not match the manifest');
  }

  const target = helperPath();
  const partial = `${target}.part`;
  await writeFile(partial, bytes);
  await chmod(partial, 0o755);
  await rename(partial, target);
}

export async function updateHelper(installed: string | null): Promise<string> {
  const manifest = await readSignedManifest();
  const release = manifest.helpers[process.platform];
  if (!release) {
    throw new Error(`No helper for ${process.platform}`);
  }
  if (release.version !== installed) {
    await download(release);
  }
  return release.version;
}
