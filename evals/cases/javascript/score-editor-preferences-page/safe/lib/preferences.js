export const defaults = Object.freeze({
  editor: { zoom: 100, theme: 'paper', cursor: { follow: true } },
  playback: { metronome: false, countIn: 1 },
});

export function withDefaults(saved = {}) {
  const all = structuredClone(defaults);
  for (const section of Object.keys(all)) {
    Object.assign(all[section], saved[section]);
  }
  return all;
}

/** setPath(prefs, 'editor.cursor.follow', false) */
export function setPath(preferences, path, value) {
  const parts = path.split('.');
  const last = parts.pop();
  let node = preferences;
  for (const part of parts) {
    if (!Object.hasOwn(node, part) || typeof node[part] !== 'object') return false;
    node = node[part];
  }
  if (!Object.hasOwn(node, last)) return false;
  node[last] = value;
  return true;
}
