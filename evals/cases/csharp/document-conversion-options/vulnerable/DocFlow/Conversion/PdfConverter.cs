using System.ComponentModel;
using System.Diagnostics;
using Microsoft.Extensions.Options;

namespace DocFlow.Conversion;

public class PdfConverter
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    private readonly ConversionOptions _options;

    public PdfConverter(IOptions<ConversionOptions> options)
    {
        _options = options.Value;
    }

    /// <summary>Converts a stored document; <paramref name="source"/> and <paramref name="folder"/> are names we made.</summary>
    public async Task ConvertAsync(string source, string folder, string? pages, CancellationToken ct)
    {
        var filter = string.IsNullOrEmpty(pages)
            ? "pdf"
            : $"pdf:writer_pdf_Export:PageRange={pages}";
        var start = new ProcessStartInfo(_options.OfficePath)
        {
            Arguments = $"--headless --convert-to {filter} --outdir \"{folder}\" \"{source}\"",
            UseShellExecute = false,
            RedirectStandardError = true,
        };

        using var process = Process.Start(start) ?? throw new Win32Exception();
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(ct);
        timeout.CancelAfter(Limit);
        try
        {
            await process.WaitForExitAsync(timeout.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        if (process.ExitCode != 0)
        {
            throw new ConversionException(await process.StandardError.ReadToEndAsync(ct));
        }
    }
}
