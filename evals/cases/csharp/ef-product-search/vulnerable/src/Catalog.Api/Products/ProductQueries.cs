using Microsoft.EntityFrameworkCore;

namespace Catalog.Api.Products;

public interface IProductQueries
{
    Task<ProductDto?> FindAsync(int id, CancellationToken ct);
    Task<IReadOnlyList<ProductDto>> SearchAsync(string text, int? supplierId, CancellationToken ct);
}

public sealed class ProductQueries : IProductQueries
{
    private const int MaxResults = 100;

    private readonly CatalogContext _db;

    public ProductQueries(CatalogContext db) => _db = db;

    public async Task<ProductDto?> FindAsync(int id, CancellationToken ct) =>
        await _db.Products
            .AsNoTracking()
            .Where(p => p.Id == id)
            .Select(p => new ProductDto(p.Id, p.Name, p.Price))
            .SingleOrDefaultAsync(ct);

    public async Task<IReadOnlyList<ProductDto>> SearchAsync(string text, int? supplierId, CancellationToken ct)
    {
        var sql = $"SELECT * FROM catalog.Products WHERE CONTAINS((Name, Description), '\"{text}\"')";
        var query = _db.Products.FromSqlRaw(sql);
        if (supplierId is not null)
        {
            query = query.Where(p => p.SupplierId == supplierId);
        }

        return await query
            .AsNoTracking()
            .OrderBy(p => p.Name)
            .Take(MaxResults)
            .Select(p => new ProductDto(p.Id, p.Name, p.Price))
            .ToListAsync(ct);
    }
}
