import { compile } from './formula.js';

const plainColumns = [
  { key: 'parcel', title: 'Parcel' },
  { key: 'kilos', title: 'Kilos' },
  { key: 'brix', title: 'Brix' },
];

export function harvestTable(records, computed = []) {
  const extra = computed.map((c) => ({ title: c.title, value: compile(c.formula) }));
  return {
    columns: [...plainColumns, ...extra.map(({ title }) => ({ title }))],
    rows: records.map((r) => [...plainColumns.map(({ key }) => r[key]), ...extra.map((c) => c.value(r))]),
  };
}
