using DocFlow.Conversion;
using DocFlow.Storage;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DocFlow.Controllers;

[Authorize]
[ApiController]
[Route("documents/{id:guid}/pdf")]
public class ConversionsController : ControllerBase
{
    private readonly PdfConverter _converter;
    private readonly IDocumentStore _store;

    public ConversionsController(PdfConverter converter, IDocumentStore store)
    {
        _converter = converter;
        _store = store;
    }

    [HttpPost]
    public async Task<IActionResult> Create(Guid id, [FromQuery] string? pages, CancellationToken ct)
    {
        var document = await _store.FindForUserAsync(id, User, ct);
        if (document is null)
        {
            return NotFound();
        }

        await _converter.ConvertAsync(document.LocalPath, document.WorkFolder, pages, ct);
        return Accepted();
    }
}
