export class ListStockLevelsQuery {
  constructor(
    public readonly warehouseId: number,
    public readonly limit: number,
    public readonly sortBy: string,
  ) {}
}
