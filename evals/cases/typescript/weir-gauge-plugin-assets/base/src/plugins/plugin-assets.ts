import { readFile } from 'node:fs/promises';
import { extname, resolve, sep } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { PluginRegistry } from './registry';

const TYPES: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

interface AssetRoute {
  Params: { pluginId: string; '*': string };
}

/** Assets are public: the login page shows the panels' icons. */
export function pluginAssets(app: FastifyInstance, registry: PluginRegistry): void {
  app.get<AssetRoute>('/plugins/:pluginId/*', async (req, reply) => {
    const plugin = registry.get(req.params.pluginId);
    if (!plugin) return reply.callNotFound();

    const publicDir = resolve(plugin.dir, 'public');
    const file = resolve(publicDir, req.params['*']);
    if (!file.startsWith(publicDir + sep)) return reply.callNotFound();

    const body = await readFile(file).catch(() => null);
    if (!body) return reply.callNotFound();

    return reply.type(TYPES[extname(file)] ?? 'application/octet-stream').send(body);
  });
}
