const plainColumns = [
  { key: 'parcel', title: 'Parcel' },
  { key: 'kilos', title: 'Kilos' },
  { key: 'brix', title: 'Brix' },
];

export function harvestTable(records) {
  return {
    columns: plainColumns,
    rows: records.map((r) => plainColumns.map(({ key }) => r[key])),
  };
}
