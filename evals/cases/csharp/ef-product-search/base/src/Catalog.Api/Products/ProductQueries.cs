using Microsoft.EntityFrameworkCore;

namespace Catalog.Api.Products;

public interface IProductQueries
{
    Task<ProductDto?> FindAsync(int id, CancellationToken ct);
}

public sealed class ProductQueries : IProductQueries
{
    private readonly CatalogContext _db;

    public ProductQueries(CatalogContext db) => _db = db;

    public async Task<ProductDto?> FindAsync(int id, CancellationToken ct) =>
        await _db.Products
            .AsNoTracking()
            .Where(p => p.Id == id)
            .Select(p => new ProductDto(p.Id, p.Name, p.Price))
            .SingleOrDefaultAsync(ct);
}
