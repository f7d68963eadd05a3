export interface PluginEntry {
  name: string;
  repository: string;
  tag: string;
  summary: string;
}

const NAME = /^[a-z][a-z0-9-]{1,40}$/;

/** The index is a JSON file which every team can send entries to. */
export async function loadIndex(): Promise<PluginEntry[]> {
  const address = process.env.PLUGIN_INDEX ?? 'https://plugins.corp.example/index.json';
  const response = await fetch(address, { signal: AbortSignal.timeout(10_000) });
  if (!response.ok) throw new Error(`index answered ${response.status}`);
  const entries = (await response.json()) as PluginEntry[];
  return entries.filter((entry) => NAME.test(entry.name));
}
