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
