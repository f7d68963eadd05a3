using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Crm.Api.Contacts;

[ApiController]
[Authorize(Policy = "contacts:write")]
[Route("api/contacts/import")]
public sealed class ContactImportController(IContactCsvReader reader, IContactRowValidator validator, IContactStore store)
    : ControllerBase
{
    private const int MaxRows = 10_000;

    [HttpPost]
    [RequestSizeLimit(5 * 1024 * 1024)]
    public async Task<IActionResult> Import(IFormFile file, CancellationToken cancellation)
    {
        var rows = await reader.ReadAsync(file.OpenReadStream(), MaxRows, cancellation);
        var problems = rows.SelectMany(validator.Validate).Take(50).ToList();
        if (problems.Count > 0)
        {
            return UnprocessableEntity(new { shown = problems.Count, problems });
        }

        var added = await store.AddAsync(User, rows, cancellation);
        return Ok(new { added });
    }
}
